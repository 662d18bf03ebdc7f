package io.faceline.evaluation.sampling;

import io.faceline.contracts.Blob;
import io.faceline.evaluation.dataset.EvaluationException;
import io.faceline.evaluation.degradation.Degradation;
import io.faceline.evaluation.degradation.PictureImages;
import io.faceline.evaluation.degradation.PoorLevels;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.image.Picture;
import io.faceline.vision.image.decode.ImageDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Embeds the faces of photos, as they are and degraded, on all cores; deterministic for a seed. */
public final class SampleFaces {
    private final FaceEmbedding embedding;
    private final ImageDecoder decoder;
    private final FaceCache cache;
    private final long seed;
    private final Consumer<String> progress;

    public SampleFaces(
            FaceEmbedding embedding, ImageDecoder decoder, FaceCache cache, long seed, Consumer<String> progress) {
        this.embedding = embedding;
        this.decoder = decoder;
        this.cache = cache;
        this.seed = seed;
        this.progress = progress;
    }

    /** The photos as they are. */
    public List<SampledFace> ordinary(String dataset, Path folder, List<Path> photos) {
        return cached(dataset + " clean", photos, photo -> {
            try (var picture = decode(photo)) {
                return embedding.embed(name(folder, photo), 0, picture).stream();
            }
        });
    }

    /** The photos as they are and with the aligned crop mirrored: draws 0 and 1. */
    public List<SampledFace> bothWays(String dataset, Path folder, List<Path> photos) {
        return cached(dataset + " both ways", photos, photo -> {
            try (var picture = decode(photo)) {
                return embedding.embedBothWays(name(folder, photo), picture).stream();
            }
        });
    }

    /**
     * Each photo at one poor level, drawn at random of those at which a face is found; also with the aligned crop mirrored:
     * draws 0 and 1.
     *
     * @param ordinary the faces of the photos as they are
     */
    public List<SampledFace> poorBothWays(String dataset, Path folder, List<SampledFace> ordinary) {
        return cached(dataset + " poor both ways", ordinary, face -> {
            var levels = new ArrayList<>(PoorLevels.tested());
            Collections.shuffle(levels, new Random(seed ^ face.photo().hashCode()));
            try (var picture = decode(folder.resolve(face.photo()))) {
                return levels.stream()
                        .map(level -> poorBothWays(picture, face, level.degradation()))
                        .filter(found -> !found.isEmpty())
                        .findFirst()
                        .stream()
                        .flatMap(List::stream);
            }
        });
    }

    private List<SampledFace> poorBothWays(Picture picture, SampledFace face, Degradation degradation) {
        var own = seed ^ (31L * face.photo().hashCode());
        try (var degraded = PictureImages.degraded(picture, face.face(), degradation, own)) {
            return embedding.embedBothWays(face.photo(), degraded);
        }
    }

    /**
     * The photos degraded.
     *
     * @param ordinary the faces of the photos as they are
     */
    public List<SampledFace> degraded(
            String dataset, Path folder, List<SampledFace> ordinary, String level, Degradation degradation, int draws) {
        return cached(dataset + " " + level, ordinary, face -> {
            try (var picture = decode(folder.resolve(face.photo()))) {
                return degraded(picture, face, degradation, draws).stream();
            }
        });
    }

    private List<SampledFace> degraded(Picture picture, SampledFace face, Degradation degradation, int draws) {
        var faces = new ArrayList<SampledFace>();
        for (var draw = 0; draw < draws; draw++) {
            var own = seed ^ (31L * face.photo().hashCode() + draw);
            try (var degraded = PictureImages.degraded(picture, face.face(), degradation, own)) {
                embedding.embed(face.photo(), draw, degraded).ifPresent(faces::add);
            }
        }
        return faces;
    }

    /**
     * Squares of the photos beside the face, embedded by force.
     *
     * @param ordinary the faces of the photos as they are
     */
    public List<SampledFace> withoutFaces(String dataset, Path folder, List<SampledFace> ordinary) {
        return cached(dataset + " non-faces", ordinary, face -> {
            try (var picture = decode(folder.resolve(face.photo()))) {
                return BesideFace.square(
                        face.face(),
                        picture.width(),
                        picture.height(),
                        new Random(seed ^ face.photo().hashCode()))
                        .map(square -> embedding.embedByForce(
                                face.photo(),
                                0,
                                PictureImages.crop(picture, square.left(), square.top(), square.side())))
                        .stream();
            }
        });
    }

    private Picture decode(Path photo) {
        try {
            return decoder.decode(Blob.wrap(Files.readAllBytes(photo)));
        } catch (IOException | ImageException e) {
            throw new EvaluationException(photo + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String name(Path folder, Path photo) {
        return folder.relativize(photo).toString();
    }

    private <T> List<SampledFace> cached(String name, List<T> of, Function<T, Stream<SampledFace>> embed) {
        return cache.get(name, () -> {
            var faces = all(of, embed);
            progress.accept("embedded " + faces.size() + " faces of " + of.size() + ": " + name);
            return faces;
        });
    }

    private static <T> List<SampledFace> all(List<T> of, Function<T, Stream<SampledFace>> embed) {
        var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            var tasks = of.stream()
                    .map(one -> threads.submit(() -> embed.apply(one).toList()))
                    .toList();
            var faces = new ArrayList<SampledFace>();
            for (var task : tasks) {
                faces.addAll(task.get());
            }
            return faces;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EvaluationException("interrupted", e);
        } catch (ExecutionException e) {
            throw new EvaluationException(String.valueOf(e.getCause().getMessage()), e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    /** By photo, the first draw of each. */
    public static Map<String, SampledFace> byPhoto(List<SampledFace> faces) {
        return faces.stream().collect(Collectors.toMap(SampledFace::photo, Function.identity(), (one, other) -> one));
    }
}

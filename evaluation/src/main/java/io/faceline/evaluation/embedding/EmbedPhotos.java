package io.faceline.evaluation.embedding;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.DetectedFace;
import io.faceline.contracts.face.Faces;
import io.faceline.evaluation.dataset.EvaluationException;
import io.faceline.vision.Vision;
import io.faceline.vision.image.ImageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Embeds photos on all cores. Reports progress and unreadable photos. */
public final class EmbedPhotos {
    private static final int PROGRESS_INTERVAL = 500;
    private static final double NANOS_PER_MS = 1e6;

    private final Vision vision;
    private final Consumer<String> progress;

    /** @param vision closed by the caller */
    public EmbedPhotos(Vision vision, Consumer<String> progress) {
        this.vision = vision;
        this.progress = progress;
    }

    /** Embeds photos as probes. */
    public EmbeddedPhotos asProbes(Collection<Path> photos) {
        return embed(photos, photo -> vision.analyzer().find(read(photo)), "photos");
    }

    /**
     * Embeds photos as probes, from other bytes than those of the file.
     *
     * @param label the name of the photos in progress messages
     */
    public EmbeddedPhotos asProbes(Collection<Path> photos, Read read, String label) {
        return embed(photos, photo -> vision.analyzer().find(read.bytes(photo)), label);
    }

    /** Embeds photos as enrollments, which also finds faces that fill the photo. */
    public EmbeddedPhotos asEnrollments(Collection<Path> photos) {
        return embed(photos, photo -> vision.analyzer().findForEnrollment(read(photo)), "photos");
    }

    private static Blob read(Path photo) throws IOException {
        return Blob.wrap(Files.readAllBytes(photo));
    }

    private EmbeddedPhotos embed(Collection<Path> photos, Find find, String label) {
        var done = new AtomicInteger();
        var tasks = new ArrayList<Callable<Timed>>();
        for (var photo : photos) {
            tasks.add(() -> {
                var result = timedEmbed(photo, find);
                reportProgress(done.incrementAndGet(), photos.size(), label);
                return result;
            });
        }
        return collect(runAll(tasks));
    }

    private Timed timedEmbed(Path photo, Find find) throws IOException {
        var start = System.nanoTime();
        var face = embed(photo, find);
        return new Timed(photo, face, System.nanoTime() - start);
    }

    private Optional<EmbeddedPhoto> embed(Path photo, Find find) throws IOException {
        try {
            return CentralFace.of(find.in(photo)).map(this::embed);
        } catch (ImageException e) {
            progress.accept(photo + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private EmbeddedPhoto embed(DetectedFace face) {
        var vector = vision.embedder().embed(List.of(face.crop())).get(0);
        return new EmbeddedPhoto(face.face(), vector.embedding(), vector.rawLength());
    }

    private void reportProgress(int done, int all, String label) {
        if (done % PROGRESS_INTERVAL == 0 || done == all) {
            progress.accept("embedded " + done + " of " + all + " " + label);
        }
    }

    private static List<Timed> runAll(List<Callable<Timed>> tasks) {
        var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            var results = new ArrayList<Timed>();
            for (var future : threads.invokeAll(tasks)) {
                results.add(result(future));
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EvaluationException("interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Timed result(Future<Timed> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException unreadable) {
                throw new EvaluationException("a photo cannot be read: " + unreadable, unreadable);
            }
            if (e.getCause() instanceof RuntimeException bug) {
                throw bug;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static EmbeddedPhotos collect(List<Timed> results) {
        var byPath = new HashMap<Path, Optional<EmbeddedPhoto>>();
        results.forEach(result -> byPath.put(result.photo, result.face));
        var nanosPerFace = results.stream()
                .filter(result -> result.face.isPresent())
                .mapToLong(Timed::nanos)
                .average()
                .orElse(0);
        return new EmbeddedPhotos(byPath, nanosPerFace / NANOS_PER_MS);
    }

    @FunctionalInterface
    private interface Find {
        Faces<DetectedFace> in(Path photo) throws IOException, ImageException;
    }

    @FunctionalInterface
    public interface Read {
        Blob bytes(Path photo) throws IOException, ImageException;
    }

    private record Timed(Path photo, Optional<EmbeddedPhoto> face, long nanos) {}
}

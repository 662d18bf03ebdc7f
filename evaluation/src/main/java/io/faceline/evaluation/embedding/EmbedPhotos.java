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

/** Photos to embeddings, on all cores. Says how far it is, and which photos could not be read. */
public final class EmbedPhotos {
    private static final int SAY_EVERY = 500;
    private static final double NANOS_PER_MS = 1e6;

    private final Vision vision;
    private final Consumer<String> progress;

    /** @param vision stays the caller's */
    public EmbedPhotos(Vision vision, Consumer<String> progress) {
        this.vision = vision;
        this.progress = progress;
    }

    /** As probes are looked at. */
    public EmbeddedPhotos asProbes(Collection<Path> photos) {
        return embed(photos, photo -> vision.analyzer().find(read(photo)), "photos");
    }

    /**
     * As probes are looked at, of other bytes than the file's.
     *
     * @param what the photos are called in what is said of the progress
     */
    public EmbeddedPhotos asProbes(Collection<Path> photos, Read read, String what) {
        return embed(photos, photo -> vision.analyzer().find(read.bytes(photo)), what);
    }

    /** As enrollment looks at photos: a face that fills its photo is found too. */
    public EmbeddedPhotos asEnrollments(Collection<Path> photos) {
        return embed(photos, photo -> vision.analyzer().findForEnrollment(read(photo)), "photos");
    }

    private static Blob read(Path photo) throws IOException {
        return Blob.wrap(Files.readAllBytes(photo));
    }

    private EmbeddedPhotos embed(Collection<Path> photos, Find find, String what) {
        var done = new AtomicInteger();
        var tasks = new ArrayList<Callable<Look>>();
        for (var photo : photos) {
            tasks.add(() -> {
                var look = look(photo, find);
                sayProgress(done.incrementAndGet(), photos.size(), what);
                return look;
            });
        }
        return collect(runAll(tasks));
    }

    private Look look(Path photo, Find find) throws IOException {
        var start = System.nanoTime();
        var seen = embed(photo, find);
        return new Look(photo, seen, System.nanoTime() - start);
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
        return new EmbeddedPhoto(
                face.face(), vision.embedder().embed(List.of(face.crop())).get(0));
    }

    private void sayProgress(int done, int all, String what) {
        if (done % SAY_EVERY == 0 || done == all) {
            progress.accept("embedded " + done + " of " + all + " " + what);
        }
    }

    private static List<Look> runAll(List<Callable<Look>> tasks) {
        var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            var looks = new ArrayList<Look>();
            for (var future : threads.invokeAll(tasks)) {
                looks.add(result(future));
            }
            return looks;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EvaluationException("interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Look result(Future<Look> future) throws InterruptedException {
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

    private static EmbeddedPhotos collect(List<Look> looks) {
        var byPath = new HashMap<Path, Optional<EmbeddedPhoto>>();
        looks.forEach(look -> byPath.put(look.photo, look.seen));
        var nanosPerFace = looks.stream()
                .filter(look -> look.seen.isPresent())
                .mapToLong(Look::nanos)
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

    private record Look(Path photo, Optional<EmbeddedPhoto> seen, long nanos) {}
}

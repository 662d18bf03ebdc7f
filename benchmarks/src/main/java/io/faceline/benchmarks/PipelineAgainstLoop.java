package io.faceline.benchmarks;

import io.faceline.contracts.Blob;
import io.faceline.contracts.DetectedFace;
import io.faceline.contracts.FrameFacts;
import io.faceline.contracts.Lane;
import io.faceline.contracts.Match;
import io.faceline.contracts.Role;
import io.faceline.contracts.SessionId;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
import io.faceline.vision.Vision;
import io.faceline.vision.VisionSettings;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.model.InferencePermits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How much of the bare vision loop's speed the whole pipeline keeps: the same photos, the same vision classes, the same
 * number of threads, in one process, loop and pipeline in turn. Prints a line a round and the medians.
 *
 * <p>Arguments: a folder of photos, how many of them, how many rounds.
 */
public final class PipelineAgainstLoop {
    private final List<Blob> photos;
    private final int threads = Runtime.getRuntime().availableProcessors();

    private PipelineAgainstLoop(List<Blob> photos) {
        this.photos = photos;
    }

    public static void main(String... arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        var count = Integer.parseInt(arguments[1]);
        var rounds = Integer.parseInt(arguments[2]);
        new PipelineAgainstLoop(read(folder, count)).compare(rounds);
    }

    private static List<Blob> read(Path folder, int count) throws IOException {
        try (var files = Files.walk(folder)) {
            var photos = new ArrayList<Blob>();
            for (var file : files.filter(path -> path.toString().endsWith(".jpg"))
                    .sorted()
                    .limit(count)
                    .toList()) {
                photos.add(Blob.of(Files.readAllBytes(file)));
            }
            return photos;
        }
    }

    private void compare(int rounds) throws Exception {
        var loops = new ArrayList<Double>();
        var pipelines = new ArrayList<Double>();
        var settings = VisionSettings.defaults(new InferencePermits(threads), Lane.BULK);
        try (var vision = Vision.open(settings);
                var pipeline = Pipeline.open(PipelineOptions.temporary(Stages.BULK), System.getenv())) {
            // The first round warms both up and does not count.
            for (var round = 0; round <= rounds; round++) {
                var loop = photos.size() / seconds(loop(vision));
                var stream = photos.size() / seconds(pipeline(pipeline));
                System.out.printf(
                        Locale.ROOT,
                        "round %d: loop %.1f, pipeline %.1f frames/s, ratio %.2f%n",
                        round,
                        loop,
                        stream,
                        stream / loop);
                if (round > 0) {
                    loops.add(loop);
                    pipelines.add(stream);
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "median: loop %.1f, pipeline %.1f frames/s, ratio %.2f (%d threads, %d photos)%n",
                median(loops),
                median(pipelines),
                median(pipelines) / median(loops),
                threads,
                photos.size());
    }

    private Duration loop(Vision vision) throws InterruptedException, ExecutionException {
        var start = System.nanoTime();
        var workers = Executors.newFixedThreadPool(threads);
        try {
            var results = new ArrayList<Future<Integer>>();
            photos.forEach(photo -> results.add(workers.submit(() -> look(vision, photo))));
            for (var result : results) {
                result.get();
            }
        } finally {
            workers.shutdown();
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static int look(Vision vision, Blob photo) throws ImageException {
        var faces = vision.finder().find(photo.toByteArray());
        var crops = faces.faces().stream().map(DetectedFace::crop).toList();
        return vision.embedder().embed(crops).size();
    }

    private Duration pipeline(Pipeline pipeline) throws InterruptedException {
        var start = System.nanoTime();
        var session = SessionId.ofSecret(UUID.randomUUID().toString());
        var job = pipeline.openJob(session);
        var answers = new ArrayList<CompletableFuture<Match>>();
        for (var photo : photos) {
            answers.add(job.submit(new Role.Probe(), photo, FrameFacts.ANY_GALLERY));
        }
        answers.forEach(CompletableFuture::join);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}

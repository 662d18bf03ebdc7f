package io.faceline.benchmarks.load;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.DetectedFace;
import io.faceline.contracts.frame.Lane;
import io.faceline.vision.MinimumFaceSize;
import io.faceline.vision.Vision;
import io.faceline.vision.VisionSettings;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.image.decode.ImageLimits;
import io.faceline.vision.model.DefaultModels;
import io.faceline.vision.model.InferencePermits;
import io.faceline.vision.model.InferenceSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Measures the throughput of the vision classes alone on all cores, as the baseline. */
final class BaselineLoop {
    private BaselineLoop() {}

    /** Images a second over this time, after as much again to warm up, up to five seconds. */
    static double imagesPerSecond(List<Blob> images, Duration duration)
            throws InterruptedException, ExecutionException {
        try (var vision = open()) {
            var warmUp = Duration.ofSeconds(Math.min(5, duration.toSeconds()));
            var unused = count(vision, images, warmUp);
            return count(vision, images, duration) / (double) duration.toSeconds();
        }
    }

    private static Vision open() {
        var permits = new InferencePermits(Runtime.getRuntime().availableProcessors());
        return Vision.open(new VisionSettings(
                DefaultModels.folder(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ImageLimits.DEFAULT,
                MinimumFaceSize.DEFAULT,
                InferenceSettings.of(permits, Lane.LIVE)));
    }

    private static int count(Vision vision, List<Blob> images, Duration duration)
            throws InterruptedException, ExecutionException {
        var cores = Runtime.getRuntime().availableProcessors();
        var deadline = System.nanoTime() + duration.toNanos();
        var nextImage = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(cores);
        try {
            var results = new ArrayList<Future<?>>();
            for (var core = 0; core < cores; core++) {
                results.add(threads.submit(() -> {
                    while (System.nanoTime() < deadline) {
                        process(vision, images.get(nextImage.getAndIncrement() % images.size()));
                    }
                    return null;
                }));
            }
            for (var result : results) {
                result.get();
            }
        } finally {
            threads.shutdown();
        }
        return nextImage.get();
    }

    private static void process(Vision vision, Blob image) throws ImageException {
        var faces = vision.analyzer().find(image).faces();
        var unused =
                vision.embedder().embed(faces.stream().map(DetectedFace::crop).toList());
    }
}

package io.faceline.benchmarks;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.DetectedFace;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.SessionId;
import io.faceline.standalone.pipeline.ModelOptions;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
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
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Compares the throughput of the whole pipeline with that of a bare vision loop: the same encoded images, vision
 * classes and number of threads, in one process, loop and pipeline in turn.
 */
final class PipelineAgainstLoop implements AutoCloseable {
    private final int threads = Runtime.getRuntime().availableProcessors();
    private final InferencePermits permits = new InferencePermits(threads);
    private final Vision vision;
    private final Pipeline pipeline;

    /**
     * The result in images per second, medians over the rounds.
     *
     * @param ratio median of the ratios of each round
     * @param insideModels share of the loop's thread time inside onnxruntime
     */
    record Result(double loop, double pipeline, double ratio, double insideModels) {
        String text() {
            return String.format(
                    Locale.ROOT,
                    "loop %.1f/s of which %.0f %% inside onnxruntime, pipeline %.1f/s",
                    loop,
                    100 * insideModels,
                    pipeline);
        }
    }

    private PipelineAgainstLoop(ModelOptions models) {
        vision = Vision.open(new VisionSettings(
                DefaultModels.folder(),
                models.folder().stream().toList(),
                models.detector(),
                Optional.empty(),
                models.embedder(),
                ImageLimits.DEFAULT,
                MinimumFaceSize.DEFAULT,
                InferenceSettings.of(permits, Lane.BULK)));
        pipeline = Pipeline.open(
                new PipelineOptions(Optional.empty(), Optional.empty(), models, Stages.BULK, false), System.getenv());
    }

    static PipelineAgainstLoop open(ModelOptions models) {
        return new PipelineAgainstLoop(models);
    }

    /** Compares both; the first round is a warm-up and not counted. */
    Result compare(List<Blob> images, int rounds) throws InterruptedException, ExecutionException {
        var loops = new ArrayList<Double>();
        var pipelines = new ArrayList<Double>();
        var ratios = new ArrayList<Double>();
        var shares = new ArrayList<Double>();
        for (var round = 0; round <= rounds; round++) {
            var heldBefore = permits.held();
            var loopTime = seconds(loop(images));
            var share = seconds(permits.held().minus(heldBefore)) / loopTime / threads;
            var pipelineTime = seconds(pipeline(images));
            System.err.printf(
                    Locale.ROOT,
                    "round %d: loop %.1f/s, pipeline %.1f/s, ratio %.2f, inside onnxruntime %.2f%n",
                    round,
                    images.size() / loopTime,
                    images.size() / pipelineTime,
                    loopTime / pipelineTime,
                    share);
            if (round > 0) {
                loops.add(images.size() / loopTime);
                pipelines.add(images.size() / pipelineTime);
                ratios.add(loopTime / pipelineTime);
                shares.add(share);
            }
        }
        return new Result(median(loops), median(pipelines), median(ratios), median(shares));
    }

    private Duration loop(List<Blob> images) throws InterruptedException, ExecutionException {
        var start = System.nanoTime();
        var workers = Executors.newFixedThreadPool(threads);
        try {
            var results = new ArrayList<Future<Integer>>();
            images.forEach(image -> results.add(workers.submit(() -> process(image))));
            for (var result : results) {
                result.get();
            }
        } finally {
            workers.shutdown();
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private int process(Blob image) throws ImageException {
        var faces = vision.analyzer().find(image);
        var crops = faces.faces().stream().map(DetectedFace::crop).toList();
        return vision.embedder().embed(crops).size();
    }

    private Duration pipeline(List<Blob> images) throws InterruptedException {
        var start = System.nanoTime();
        var session = SessionId.ofSecret(UUID.randomUUID().toString());
        var job = pipeline.openJob(session);
        var answers = new ArrayList<CompletableFuture<Match>>();
        for (var image : images) {
            answers.add(job.submit(new Role.Probe(), image, FrameFacts.ANY_GALLERY));
        }
        answers.forEach(CompletableFuture::join);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    static double median(List<Double> values) {
        var sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    @Override
    public void close() {
        pipeline.close();
        vision.close();
    }
}

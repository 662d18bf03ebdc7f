package io.faceline.benchmarks.soak;

import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
import io.faceline.vision.video.VideoException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Checks whether memory, open files or threads grow with the number of frames. Writes soak.csv, soak.md, soak.svg and
 * soak-handles.svg. A heap of fixed size ({@code -Xms1g -Xmx1g -XX:+AlwaysPreTouch}) keeps its growth out of the resident
 * size.
 *
 * <p>Arguments: number of frames; a folder with photos and videos; the output folder.
 */
public final class Soak {
    private static final List<Double> SCALES = List.of(0.5, 1.0, 1.0, 1.0, 1.5, 2.5);
    private static final int SAMPLES = 200;
    private static final long MIN_SAMPLE_INTERVAL = 250;
    private static final long SEED = 1;

    private Soak() {}

    public static void main(String... arguments) throws IOException, VideoException, InterruptedException {
        var frames = Long.parseLong(arguments[0]);
        var run = SoakRun.of(Path.of(arguments[1]), SCALES, SEED);
        try (var pipeline = Pipeline.open(PipelineOptions.temporary(Stages.BULK), System.getenv())) {
            var samples = run.run(pipeline, frames, Math.max(MIN_SAMPLE_INTERVAL, frames / SAMPLES), Soak::show);
            // After a fifth of the frames, compilers, buffers and pools are warm.
            var report = new SoakReport(samples, frames / 5);
            report.write(Path.of(arguments[2]));
            System.out.print(report.table());
        }
    }

    private static void show(Sample sample) {
        System.err.printf(
                Locale.ROOT,
                "%d frames, resident %.0f MB, heap %.0f MB, %.0f files, %.0f threads%n",
                sample.frames(),
                sample.of(ProcessMetric.RESIDENT),
                sample.of(ProcessMetric.HEAP),
                sample.of(ProcessMetric.OPEN_FILES),
                sample.of(ProcessMetric.THREADS));
    }
}

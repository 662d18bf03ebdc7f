package io.faceline.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing grows with the number of frames. The limits are above what compilers still add (about 16 MB per 10,000
 * frames) and below a leak of 10 KB per frame or one handle per session. The long form is {@link Soak}.
 */
@Tag("slow")
class SoakTest {
    private static final long FRAMES = 2_400;
    private static final long WARM_UP = 1_200;
    private static final long SAMPLE_INTERVAL = 100;
    private static final long SEED = 7;

    /** A leak of 10 KB per frame would be 100. What is kept of each video for some time still grows here. */
    private static final double MAX_MEGABYTES = 75;

    private static final double MAX_HEAP_MEGABYTES = 30;
    private static final double MAX_BUFFER_MEGABYTES = 5;

    /**
     * A session sends about 70 frames, so a leak of one per session would be 140 per 10,000 frames, and of one per
     * video 35.
     */
    private static final double MAX_HANDLES = 15;

    @TempDir
    Path folder;

    @BeforeEach
    void needsLinux() {
        assumeThat(Path.of("/proc/self/status")).as("Linux only").exists();
    }

    @Test
    void frames_leaveNothingBehind() throws Exception {
        TestMedia.write(folder);
        var run = SoakRun.of(folder, List.of(1.0), SEED);

        List<Sample> samples;
        try (var pipeline = Pipeline.open(PipelineOptions.temporary(Stages.BULK), System.getenv())) {
            samples = run.run(pipeline, FRAMES, SAMPLE_INTERVAL, sample -> {});
        }

        assertThat(samples.get(samples.size() - 1).frames()).isGreaterThanOrEqualTo(FRAMES);
        assertSlope(samples, ProcessMetric.ANONYMOUS, MAX_MEGABYTES);
        assertSlope(samples, ProcessMetric.RESIDENT, MAX_MEGABYTES);
        assertSlope(samples, ProcessMetric.HEAP, MAX_HEAP_MEGABYTES);
        assertSlope(samples, ProcessMetric.DIRECT, MAX_BUFFER_MEGABYTES);
        assertSlope(samples, ProcessMetric.OPEN_FILES, MAX_HANDLES);
        assertSlope(samples, ProcessMetric.THREADS, MAX_HANDLES);
    }

    private static void assertSlope(List<Sample> samples, ProcessMetric metric, double max) {
        assertThat(Trend.of(samples, metric, WARM_UP).slope())
                .as("growth of %s per 10,000 frames%n%s", metric.label(), new SoakReport(samples, WARM_UP).table())
                .isLessThan(max);
    }
}

package io.faceline.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing grows with the frames that went through. The limits are above what compilers still add (about 16 MB for 10,000
 * frames) and below what a leak of 10 KB a frame or of one handle a visitor would. The long form is {@link Soak}.
 */
class SoakTest {
    private static final long FRAMES = 5_000;
    private static final long WARM_UP = 2_000;
    private static final long EVERY = 100;
    private static final long SEED = 7;

    private static final double MOST_MEGABYTES = 50;
    private static final double MOST_HEAP_MEGABYTES = 30;
    private static final double MOST_BUFFER_MEGABYTES = 5;

    /** A visitor sends about 70 frames, so one of each visitor would be 140 for 10,000 frames; one of each video 35. */
    private static final double MOST_HANDLES = 15;

    @TempDir
    Path folder;

    @BeforeEach
    void needsLinux() {
        assumeThat(Path.of("/proc/self/status"))
                .as("what Linux says of a process")
                .exists();
    }

    @Test
    void fiveThousandFrames_leaveNothingBehind() throws Exception {
        TestMedia.write(folder);
        var run = SoakRun.of(folder, List.of(1.0), SEED);

        List<Sample> samples;
        try (var pipeline = Pipeline.open(PipelineOptions.temporary(Stages.BULK), System.getenv())) {
            samples = run.run(pipeline, FRAMES, EVERY, sample -> {});
        }

        assertThat(samples.get(samples.size() - 1).frames()).isGreaterThanOrEqualTo(FRAMES);
        assertSlope(samples, Quantity.ANONYMOUS, MOST_MEGABYTES);
        assertSlope(samples, Quantity.RESIDENT, MOST_MEGABYTES);
        assertSlope(samples, Quantity.HEAP, MOST_HEAP_MEGABYTES);
        assertSlope(samples, Quantity.DIRECT, MOST_BUFFER_MEGABYTES);
        assertSlope(samples, Quantity.OPEN_FILES, MOST_HANDLES);
        assertSlope(samples, Quantity.THREADS, MOST_HANDLES);
    }

    private static void assertSlope(List<Sample> samples, Quantity quantity, double most) {
        assertThat(Trend.of(samples, quantity, WARM_UP).slope())
                .as("%s more for 10,000 frames%n%s", quantity.words(), new SoakReport(samples, WARM_UP).table())
                .isLessThan(most);
    }
}

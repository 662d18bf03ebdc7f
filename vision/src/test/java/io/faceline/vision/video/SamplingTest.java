package io.faceline.vision.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SamplingTest {
    @Test
    void takesTheFirstFrame_atOrAfterEachTick() {
        assertThat(wanted(2, 0.85, 0.9, 1.3, 1.36, 1.4, 1.84, 1.86)).containsExactly(0.85, 1.36, 1.86);
    }

    @Test
    void doesNotDrift_rateThatDoesNotDivide() {
        var frames = new double[300];
        Arrays.setAll(frames, n -> n / 29.97);

        assertThat(wanted(10, frames)).hasSize(100);
    }

    @Test
    void restarts_ifTheClockJumpsBack() {
        assertThat(wanted(1, 1e9, 0, 0.5, 1)).containsExactly(1e9, 0, 1);
    }

    @Test
    void toleratesSlightlyReorderedFrames() {
        assertThat(wanted(1, 0, 1, 0.9, 2)).containsExactly(0, 1, 2);
    }

    private static double[] wanted(double framesPerSecond, double... positions) {
        var sampling = new Sampling(framesPerSecond);
        return Arrays.stream(positions).filter(sampling::accepts).toArray();
    }
}

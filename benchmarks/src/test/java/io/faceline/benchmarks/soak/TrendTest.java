package io.faceline.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrendTest {
    @Test
    void trend_countsWhatComesAfterTheWarmUp() {
        // 900 is the warm-up's; by least squares the rest rises by 1.8 in 1,000 frames.
        var samples = List.of(sample(500, 900), sample(1000, 10), sample(2000, 13), sample(3000, 13), sample(4000, 16));

        var trend = Trend.of(samples, ProcessMetric.THREADS, 1000);

        assertThat(trend.first()).isEqualTo(900);
        assertThat(trend.median()).isEqualTo(13);
        assertThat(trend.lastQuarter()).isEqualTo(16);
        assertThat(trend.slope()).isEqualTo(18);
    }

    @Test
    void trend_ofOneSample_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trend.of(List.of(sample(10, 1), sample(20, 1)), ProcessMetric.THREADS, 20));
    }

    private static Sample sample(long frames, double threads) {
        return new Sample(frames, Map.of(ProcessMetric.THREADS, threads));
    }
}

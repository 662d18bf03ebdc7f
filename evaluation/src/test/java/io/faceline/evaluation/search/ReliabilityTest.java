package io.faceline.evaluation.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReliabilityTest {
    @Test
    void of_trials_sortsThemIntoTenthsAndWeighsTheError() {
        var reliability = Reliability.of(List.of(
                new ScoredTrial(0.05, false),
                new ScoredTrial(0.85, true),
                new ScoredTrial(0.87, false),
                new ScoredTrial(1, true)));

        assertThat(reliability.bins()).hasSize(10);
        assertThat(reliability.bins().get(8)).isEqualTo(new Reliability.Bin(0.8, 0.9, 2, 0.86, 0.5));
        assertThat(reliability.bins().get(9).trials()).isEqualTo(1);
        assertThat(reliability.bins().get(4).trials()).isZero();
        assertThat(reliability.expectedError()).isCloseTo((0.05 + 2 * 0.36 + 0) / 4, within(1e-9));
    }
}

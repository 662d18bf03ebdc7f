package io.faceline.evaluation.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.faceline.evaluation.dataset.EvaluationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlattFitTest {
    @Test
    void of_trialsDrawnFromASigmoid_recoversIt() {
        var known = new Sigmoid(30, -12);

        var fitted = PlattFit.of(drawnFrom(known, 50_000));

        assertThat(fitted.slope()).isCloseTo(30, within(1.0));
        assertThat(fitted.offset() / fitted.slope()).isCloseTo(-0.4, within(0.003));
    }

    @Test
    void of_separableTrials_staysFiniteByItsSmoothedTargets() {
        var trials = List.of(
                new TopOneTrial(0.2, false), new TopOneTrial(0.3, false),
                new TopOneTrial(0.5, true), new TopOneTrial(0.6, true));

        var fitted = PlattFit.of(trials);

        assertThat(fitted.slope()).isPositive().isFinite();
        assertThat(fitted.of(0.4)).isCloseTo(0.5, within(1e-6));
        assertThat(fitted.of(0.6)).isBetween(0.6, 0.99);
    }

    @Test
    void of_trialsThatWereAllRight_saysWhatIsMissing() {
        assertThatThrownBy(() -> PlattFit.of(List.of(new TopOneTrial(0.5, true))))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("correct and incorrect trials");
    }

    private static List<TopOneTrial> drawnFrom(Sigmoid known, int count) {
        var random = new Random(1);
        var trials = new ArrayList<TopOneTrial>();
        for (var i = 0; i < count; i++) {
            var similarity = random.nextDouble();
            trials.add(new TopOneTrial(similarity, random.nextDouble() < known.of(similarity)));
        }
        return trials;
    }
}

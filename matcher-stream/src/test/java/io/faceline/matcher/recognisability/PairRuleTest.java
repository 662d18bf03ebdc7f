package io.faceline.matcher.recognisability;

import static io.faceline.matcher.recognisability.TestRecognisability.COVERED;
import static io.faceline.matcher.recognisability.TestRecognisability.TURNED;
import static io.faceline.matcher.recognisability.TestRecognisability.poor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.face.TestEmbeddings;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PairRuleTest {
    private static final Offset<Double> ROUNDING = within(1e-6);

    private final Recognisability recognisability = TestRecognisability.measures();
    private final PairRule rule = recognisability.rule();

    @Test
    void nothingIsTaken_oneSideOrdinary() {
        assertThat(penalty(poor(TURNED, 0.9), TestEmbeddings.human(1))).isZero();
        assertThat(penalty(TestEmbeddings.human(1), poor(TURNED, 0.9))).isZero();
    }

    @Test
    void productOfTheDeficitsIsTaken_bothPoorInTheSameWay() {
        assertThat(penalty(poor(TURNED, 0.9), poor(TURNED, 0.5))).isCloseTo(0.2 * 0.9 * 0.5, ROUNDING);
    }

    @Test
    void nothingIsTaken_poorInDifferentWays() {
        assertThat(penalty(poor(TURNED, 0.9), poor(COVERED, 0.9))).isZero();
    }

    private double penalty(Embedding probe, Embedding reference) {
        return rule.penalty(recognisability.measure(probe, 4.0), recognisability.measure(reference, 4.0));
    }

    @Test
    void crowdIsTheMeanBeyondTheStart() {
        assertThat(rule.crowd(List.of(0.5, 0.4, 0.4, 0.4, 0.3), 500)).isCloseTo(0.5 * (0.4 - 0.3), ROUNDING);
        assertThat(rule.crowd(List.of(0.3, 0.2, 0.1), 500)).isZero();
    }

    @Test
    void crowdOfFewIsTheirMean_andOfNobodyNone() {
        assertThat(rule.crowd(List.of(0.5), 500)).isCloseTo(0.5 * (0.5 - 0.3), ROUNDING);
        assertThat(rule.crowd(List.of(), 500)).isZero();
    }

    @Test
    void crowdLooksAtFivePeopleOnly() {
        assertThat(rule.crowd(List.of(0.5, 0.5, 0.5, 0.5, 0.5, 0.1), 500)).isCloseTo(0.5 * 0.2, ROUNDING);
    }

    @Test
    void matchAndCrowdStartGrowWithThePeople() {
        assertThat(rule.match(500)).isCloseTo(0.5, ROUNDING);
        assertThat(rule.match(2_000)).isCloseTo(0.5 + 0.02 * Math.log(4), ROUNDING);
        assertThat(rule.match(1)).isEqualTo(rule.match(10)).isLessThan(rule.match(11));
        assertThat(rule.crowd(List.of(0.5), 2_000)).isCloseTo(0.5 * (0.2 - 0.04 * Math.log(4)), ROUNDING);
    }

    @Test
    void confidenceAtTheThreshold_isTheSameForAnyNumberOfPeople() {
        assertThat(rule.confidence(rule.match(10), 10)).isCloseTo(rule.confidence(rule.match(2_000), 2_000), ROUNDING);
        assertThat(rule.confidence(0.55, 100)).isCloseTo(1 / (1 + Math.exp(-(40 * 0.55 - 20))), ROUNDING);
    }
}

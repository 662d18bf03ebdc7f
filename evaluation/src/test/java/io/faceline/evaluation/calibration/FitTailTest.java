package io.faceline.evaluation.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faceline.evaluation.verification.ErrorRates;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FitTailTest {
    private static final int PEOPLE = 1000;
    private static final int SIZE = 500;
    private static final double FPIR = 0.005;

    /** Similarities of pairs with an exponential tail: {@code P(s > t) = exp(-t / 0.03)}. */
    private static final double SCALE = 0.03;

    @Test
    void run_pairsWithAKnownTail_estimatesTheThresholdOfLargerGalleries() {
        var tail = fit(20_000).run(List.of(10, SIZE, 10_000), FPIR, 1).orElseThrow();

        assertThat(tail.shape()).isCloseTo(0, within(0.1));
        assertThat(tail.estimates()).extracting(TailEstimate::people).containsExactly(SIZE, 10_000);
        assertThat(tail.estimates()).allSatisfy(estimate -> {
            assertThat(estimate.threshold()).isCloseTo(threshold(estimate.people()), within(0.03));
            assertThat(threshold(estimate.people())).isBetween(estimate.low(), estimate.high());
        });
    }

    /** Forty searches of each stranger tell little more than one if what they find depends on the stranger. */
    @Test
    void run_searchesThatDependOnTheStranger_haveAWiderInterval() {
        var random = new Random(1);
        var byPerson =
                IntStream.range(0, PEOPLE).mapToDouble(person -> best(random)).toArray();

        var dependent =
                new FitTail(trials(20_000, stranger -> byPerson[stranger] + 1e-4 * random.nextDouble()), PEOPLE);

        assertThat(width(dependent)).isGreaterThan(1.3 * width(fit(20_000)));
    }

    @Test
    void run_fewSearches_areNoTail() {
        assertThat(fit(500).run(List.of(10_000), FPIR, 1)).isEmpty();
    }

    private static double width(FitTail fit) {
        var estimate =
                fit.run(List.of(10_000), FPIR, 1).orElseThrow().estimates().get(0);
        return estimate.high() - estimate.low();
    }

    private static FitTail fit(int searches) {
        var random = new Random(1);
        return new FitTail(trials(searches, stranger -> best(random)), PEOPLE);
    }

    /** Every second person is a stranger, and every other one enrolled. */
    private static SizeTrials trials(int searches, IntToDoubleFunction similarity) {
        var random = new Random(2);
        var trials = new ArrayList<StrangerTrial>();
        for (var i = 0; i < searches; i++) {
            var stranger = 2 * random.nextInt(PEOPLE / 2);
            trials.add(new StrangerTrial(
                    stranger, 1 + 2 * random.nextInt(PEOPLE / 2), similarity.applyAsDouble(stranger)));
        }
        return new SizeTrials(SIZE, trials, searches, new ErrorRates(new double[] {1}, new double[] {0}));
    }

    /** The largest of as many as the gallery has people, by its distribution {@code (1 - exp(-t / scale))^people}. */
    private static double best(Random random) {
        return -SCALE * Math.log(-Math.expm1(Math.log(random.nextDouble()) / SIZE));
    }

    private static double threshold(int people) {
        return -SCALE * Math.log(-Math.expm1(Math.log1p(-FPIR) / people));
    }
}

package io.faceline.evaluation.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Estimates the threshold for galleries that are larger than the data from the tail of strangers' best similarities in
 * galleries of one size. A gallery of {@code k} times the size is taken for {@code k} independent galleries, so that the
 * best of all exceeds a threshold with {@code 1 - (1 - p)^k}. The crowd is taken to grow as its start does.
 */
final class FitTail {
    /** The tail begins at the similarity that this share of the searches exceeds. */
    static final double SHARE = 0.05;

    private static final int MIN_EXCESSES = 50;
    private static final int RESAMPLINGS = 500;
    private static final double OUTSIDE = 0.025;

    private final int size;
    private final int people;
    private final List<StrangerTrial> trials;

    /**
     * @param trials of one size
     * @param people number of people in the data
     */
    FitTail(SizeTrials trials, int people) {
        this.size = trials.people();
        this.people = people;
        this.trials = trials.strangers().stream()
                .sorted(Comparator.comparingDouble(StrangerTrial::similarity).reversed())
                .toList();
    }

    /**
     * The estimates; empty when the searches are too few. Sizes that are too small for the tail are left out.
     *
     * @param sizes numbers of people
     */
    Optional<GallerySizes.Tail> run(List<Integer> sizes, double fpir, long seed) {
        var inTail =
                sizes.stream().filter(other -> probability(other, fpir) < SHARE).toList();
        var all = fitted(ones());
        if (all.isEmpty() || inTail.isEmpty()) {
            return Optional.empty();
        }
        var resampled = resampled(new Random(seed));
        return all.map(tail -> new GallerySizes.Tail(
                size,
                tail.excesses,
                tail.pareto.shape(),
                inTail.stream()
                        .map(other -> estimate(other, probability(other, fpir), tail, resampled))
                        .toList()));
    }

    /** With what probability a gallery of the fitted size must exceed the threshold for another to exceed it with the FPIR. */
    private double probability(int other, double fpir) {
        return -Math.expm1(Math.log1p(-fpir) * size / other);
    }

    private static TailEstimate estimate(int people, double probability, Fitted tail, List<Fitted> resampled) {
        var thresholds = resampled.stream()
                .mapToDouble(other -> other.threshold(probability))
                .sorted()
                .toArray();
        return new TailEstimate(
                people, tail.threshold(probability), quantile(thresholds, OUTSIDE), quantile(thresholds, 1 - OUTSIDE));
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }

    /**
     * Resamples the people, each in both roles: as a stranger and as the one who is most similar. Searches of one person are
     * not independent, and neither are those that find one.
     */
    private List<Fitted> resampled(Random random) {
        var fits = new ArrayList<Fitted>();
        for (var i = 0; i < RESAMPLINGS; i++) {
            var drawn = new int[people];
            IntStream.range(0, people).forEach(person -> drawn[random.nextInt(people)]++);
            fitted(trials.stream()
                            .mapToDouble(trial -> (double) drawn[trial.stranger()] * drawn[trial.best()])
                            .toArray())
                    .ifPresent(fits::add);
        }
        return fits;
    }

    private double[] ones() {
        var weights = new double[trials.size()];
        Arrays.fill(weights, 1);
        return weights;
    }

    /** @param weights of the trials */
    private Optional<Fitted> fitted(double[] weights) {
        var share = SHARE * Arrays.stream(weights).sum();
        var count = 0;
        for (var above = 0.0; count < weights.length && above < share; count++) {
            above += weights[count];
        }
        if (count < MIN_EXCESSES || count == weights.length) {
            return Optional.empty();
        }
        var start = trials.get(count).similarity();
        var excesses = trials.subList(0, count).stream()
                .mapToDouble(trial -> trial.similarity() - start)
                .toArray();
        var searches = count;
        return ParetoTail.fit(excesses, Arrays.copyOf(weights, count)).map(tail -> new Fitted(start, tail, searches));
    }

    /** @param start similarity at which the tail begins */
    private record Fitted(double start, ParetoTail pareto, int excesses) {
        double threshold(double probability) {
            return start + pareto.excess(probability / SHARE);
        }
    }
}

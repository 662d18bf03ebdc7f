package io.faceline.benchmarks.generations;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * How many photos are named rightly at a threshold. A photo without a face is an error for a person of the closed set; of a
 * stranger it does not count.
 *
 * @param right share of the photos of the people, 0 to 1
 * @param wrong share of the photos of the people that get another person's name
 * @param strangersNamed share of the strangers' faces
 */
public record NamingRates(double threshold, double right, double wrong, double strangersNamed) {
    /** At this threshold everybody is named, as by a classifier without one. */
    static final double NAMES_ALL = Double.NEGATIVE_INFINITY;

    static NamingRates of(List<Trial> trials, double threshold) {
        var people = trials.stream().filter(trial -> !trial.isOfStranger()).toList();
        var strangers = trials.stream()
                .filter(Trial::isOfStranger)
                .filter(trial -> trial.guess().isPresent())
                .toList();
        var right = share(people, trial -> trial.isRight(threshold));
        return new NamingRates(
                threshold,
                right,
                share(people, trial -> trial.isNamed(threshold)) - right,
                share(strangers, trial -> trial.isNamed(threshold)));
    }

    /**
     * The rates at the best threshold if half of the faces are strangers'. It is chosen on the trials themselves, which
     * flatters it.
     */
    static NamingRates best(List<Trial> trials) {
        return thresholds(trials).stream()
                .map(threshold -> of(trials, threshold))
                .max(Comparator.comparingDouble(rates -> rates.right - rates.strangersNamed))
                .orElseThrow();
    }

    /** The rates at the lowest threshold that names at most this share of the strangers. */
    static NamingRates withStrangersNamed(List<Trial> trials, double maxStrangersNamed) {
        return thresholds(trials).stream()
                .map(threshold -> of(trials, threshold))
                .filter(rates -> rates.strangersNamed <= maxStrangersNamed)
                .findFirst()
                .orElseThrow();
    }

    /** Rising; the last names nobody. */
    private static List<Double> thresholds(List<Trial> trials) {
        var thresholds = new TreeSet<Double>();
        trials.stream().flatMap(trial -> trial.guess().stream()).forEach(guess -> thresholds.add(guess.confidence()));
        thresholds.add(Double.POSITIVE_INFINITY);
        return List.copyOf(thresholds);
    }

    private static double share(List<Trial> trials, Predicate<Trial> condition) {
        return trials.isEmpty() ? 0 : (double) trials.stream().filter(condition).count() / trials.size();
    }
}

package io.faceline.evaluation.groups;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Counts which of a number of people was named as which other. Not thread-safe. */
final class FalseNames {
    private static final int RESAMPLINGS = 1000;
    private static final double TAIL = 0.025;

    private final int people;
    private final int[] trials;
    private final List<Name> names = new ArrayList<>();

    /** @param named the enrolled person whose name the stranger got */
    private record Name(int stranger, int named) {}

    FalseNames(int people) {
        this.people = people;
        this.trials = new int[people];
    }

    void addTrial(int stranger) {
        trials[stranger]++;
    }

    void addName(int stranger, int named) {
        names.add(new Name(stranger, named));
    }

    /**
     * The share of the trials with a name. In a resampling a person counts as often as it was drawn, as a stranger and as
     * the one whose name is given: one face that resembles many makes the rate as uncertain as it is.
     */
    Rate rate(Random random) {
        var all = Arrays.stream(trials).sum();
        var value = all == 0 ? 0 : (double) names.size() / all;
        var wilson = Rate.ofCount(value * people, people);
        if (names.isEmpty()) {
            return wilson;
        }
        var resampled = new double[RESAMPLINGS];
        Arrays.setAll(resampled, i -> resampled(random));
        Arrays.sort(resampled);
        return wilson.widenedTo(
                resampled[(int) Math.round(TAIL * (RESAMPLINGS - 1))],
                Math.min(1, resampled[(int) Math.round((1 - TAIL) * (RESAMPLINGS - 1))]));
    }

    private double resampled(Random random) {
        var drawn = new int[people];
        for (var i = 0; i < people; i++) {
            drawn[random.nextInt(people)]++;
        }
        var named = 0.0;
        for (var name : names) {
            named += (double) drawn[name.stranger] * drawn[name.named];
        }
        var tried = 0.0;
        for (var i = 0; i < people; i++) {
            tried += (double) drawn[i] * trials[i];
        }
        return tried == 0 ? 0 : named / tried;
    }
}

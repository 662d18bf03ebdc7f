package io.faceline.evaluation.groups;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Counts errors by person, so that an interval can be that of a bootstrap over people. Not thread-safe. */
final class Tally {
    private static final int RESAMPLINGS = 1000;
    private static final double TAIL = 0.025;

    private final Map<String, int[]> errorsAndTrials = new TreeMap<>();

    void add(String person, boolean isError) {
        var counts = errorsAndTrials.computeIfAbsent(person, name -> new int[2]);
        counts[0] += isError ? 1 : 0;
        counts[1]++;
    }

    int people() {
        return errorsAndTrials.size();
    }

    /** Errors of all trials; the interval as in {@link GroupFpir}. */
    Rate rate(long seed) {
        var people = List.copyOf(errorsAndTrials.values());
        if (people.isEmpty()) {
            return Rate.ofCount(0, 0);
        }
        var value = share(people);
        var random = new Random(seed);
        var resampled = new double[RESAMPLINGS];
        Arrays.setAll(resampled, i -> share(resample(people, random)));
        Arrays.sort(resampled);
        return Rate.ofCount(value * people.size(), people.size())
                .widenedTo(
                        resampled[(int) Math.round(TAIL * (RESAMPLINGS - 1))],
                        resampled[(int) Math.round((1 - TAIL) * (RESAMPLINGS - 1))]);
    }

    private static List<int[]> resample(List<int[]> people, Random random) {
        var drawn = new ArrayList<int[]>();
        for (var i = 0; i < people.size(); i++) {
            drawn.add(people.get(random.nextInt(people.size())));
        }
        return drawn;
    }

    private static double share(List<int[]> people) {
        var errors = 0.0;
        var trials = 0.0;
        for (var counts : people) {
            errors += counts[0];
            trials += counts[1];
        }
        return errors / trials;
    }
}

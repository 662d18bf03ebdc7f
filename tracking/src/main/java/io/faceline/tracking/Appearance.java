package io.faceline.tracking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody was seen from here to there, missed for no longer than two seconds.
 *
 * @param first position of the first frame, in seconds
 * @param last position of the last frame, in seconds
 * @param frames in which the face was found
 * @param bestSimilarity to the person's references; absent for somebody unknown
 */
public record Appearance(
        double first, double last, long frames, @Nullable Double bestSimilarity, BestShot bestShot) {
    private static final double MAX_GAP_SECONDS = 2;

    public Appearance {
        if (!(first <= last) || frames < 1) {
            throw new IllegalArgumentException(
                    "an appearance has a frame and ends after it began, was " + first + " to " + last);
        }
    }

    /** With one more, ordered by time, those joined that are no further apart than the gap. */
    static List<Appearance> plus(List<Appearance> some, Appearance one) {
        var sorted = new ArrayList<>(some);
        sorted.add(one);
        sorted.sort(Comparator.comparingDouble(Appearance::first));
        var joined = new ArrayList<Appearance>();
        for (var next : sorted) {
            var end = joined.size() - 1;
            if (end >= 0 && next.first - joined.get(end).last <= MAX_GAP_SECONDS) {
                joined.set(end, joined.get(end).with(next));
            } else {
                joined.add(next);
            }
        }
        return List.copyOf(joined);
    }

    static List<Appearance> plus(List<Appearance> some, List<Appearance> others) {
        var all = some;
        for (var one : others) {
            all = plus(all, one);
        }
        return all;
    }

    static long frames(List<Appearance> some) {
        return some.stream().mapToLong(Appearance::frames).sum();
    }

    static BestShot bestShot(List<Appearance> some) {
        return some.stream().map(Appearance::bestShot).reduce(BestShot::better).orElseThrow();
    }

    private Appearance with(Appearance later) {
        return new Appearance(
                first,
                Math.max(last, later.last),
                frames + later.frames,
                max(bestSimilarity, later.bestSimilarity),
                bestShot.better(later.bestShot));
    }

    static @Nullable Double max(@Nullable Double one, @Nullable Double other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Math.max(one, other);
    }
}

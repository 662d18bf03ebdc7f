package io.faceline.tracking.summary;

import io.faceline.tracking.BestShot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An interval in which a person was visible, with gaps of at most two seconds.
 *
 * @param first position of the first frame, in seconds
 * @param last position of the last frame, in seconds
 * @param frames number of frames in which the face was detected
 * @param bestSimilarity to the person's references; absent for an unknown person
 */
public record Appearance(
        double first, double last, long frames, @Nullable Double bestSimilarity, BestShot bestShot) {
    private static final double MAX_GAP_SECONDS = 2;

    public Appearance {
        if (!(first <= last) || frames < 1) {
            throw new IllegalArgumentException(
                    "an appearance must have a frame and must not end before it starts, was " + first + " to " + last);
        }
    }

    /**
     * Adds an appearance, keeps them ordered by time and joins those that are no further apart than the maximum gap.
     */
    static List<Appearance> plus(List<Appearance> appearances, Appearance added) {
        var sorted = new ArrayList<>(appearances);
        sorted.add(added);
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

    static List<Appearance> plus(List<Appearance> appearances, List<Appearance> others) {
        var all = appearances;
        for (var other : others) {
            all = plus(all, other);
        }
        return all;
    }

    static long frames(List<Appearance> appearances) {
        return appearances.stream().mapToLong(Appearance::frames).sum();
    }

    static BestShot bestShot(List<Appearance> appearances) {
        return appearances.stream()
                .map(Appearance::bestShot)
                .reduce(BestShot::better)
                .orElseThrow();
    }

    private Appearance with(Appearance later) {
        return new Appearance(
                first,
                Math.max(last, later.last),
                frames + later.frames,
                max(bestSimilarity, later.bestSimilarity),
                bestShot.better(later.bestShot));
    }

    static @Nullable Double max(@Nullable Double first, @Nullable Double other) {
        if (first == null || other == null) {
            return first == null ? other : first;
        }
        return Math.max(first, other);
    }
}

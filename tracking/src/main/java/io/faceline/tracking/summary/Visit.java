package io.faceline.tracking.summary;

import io.faceline.contracts.track.Appearance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An interval in which a person was visible: appearances with small gaps.
 *
 * @param first position of the first frame, in seconds
 * @param last position of the last frame, in seconds
 * @param frames number of frames in which the face was detected
 * @param bestSimilarity to the person's references; absent for an unknown person
 * @param appearances of which it consists, by time
 */
public record Visit(
        double first,
        double last,
        long frames,
        @Nullable Double bestSimilarity,
        SeenShot bestShot,
        List<Appearance> appearances) {
    /** A face with the same embedding continues its track over such a gap. */
    public static final double MAX_GAP_SECONDS = 2;

    public Visit {
        appearances = List.copyOf(appearances);
        if (!(first <= last) || frames < 1) {
            throw new IllegalArgumentException(
                    "a visit must have a frame, and must not end before it starts, was " + first + " to " + last);
        }
    }

    private static Visit of(Appearance appearance, Pictures pictures) {
        return new Visit(
                appearance.first().seconds(),
                Math.max(appearance.first().seconds(), appearance.last().seconds()),
                appearance.frames(),
                appearance.identity().similarity(),
                SeenShot.of(appearance, pictures),
                List.of(appearance));
    }

    /**
     * Ordered by time; appearances that are no further apart than the gap are one visit.
     *
     * @param maxGap in seconds
     */
    static List<Visit> of(List<Appearance> appearances, double maxGap, Pictures pictures) {
        var joined = new ArrayList<Visit>();
        var byTime = appearances.stream()
                .map(appearance -> of(appearance, pictures))
                .sorted(Comparator.comparingDouble(Visit::first))
                .toList();
        for (var next : byTime) {
            var end = joined.size() - 1;
            if (end >= 0 && next.first - joined.get(end).last <= maxGap) {
                joined.set(end, joined.get(end).with(next));
            } else {
                joined.add(next);
            }
        }
        return List.copyOf(joined);
    }

    static long frames(List<Visit> visits) {
        return visits.stream().mapToLong(Visit::frames).sum();
    }

    static SeenShot bestShot(List<Visit> visits) {
        return visits.stream().map(Visit::bestShot).reduce(SeenShot::better).orElseThrow();
    }

    private Visit with(Visit later) {
        return new Visit(
                first,
                Math.max(last, later.last),
                frames + later.frames,
                max(bestSimilarity, later.bestSimilarity),
                bestShot.better(later.bestShot),
                Stream.concat(appearances.stream(), later.appearances.stream()).toList());
    }

    static @Nullable Double max(@Nullable Double first, @Nullable Double other) {
        if (first == null || other == null) {
            return first == null ? other : first;
        }
        return Math.max(first, other);
    }
}

package io.faceline.tracking;

import io.faceline.contracts.face.Thresholds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tracks without a name, grouped by whom they look like. A group keeps one likeness, whatever it took in. Not safe for
 * threads.
 *
 * <p>Two groups are one when their likenesses reach the 1:N threshold: every track is searched among all groups, so the
 * false accepts of a comparison multiply as they do in a gallery, and the lower 1:1 threshold would join strangers.
 * Means of many frames of one person are more alike than two photos, so this costs little. A track of poor faces alone
 * stays for itself: blurred faces resemble each other, whosever they are.
 */
final class UnknownClusters {
    private final List<Group> groups = new ArrayList<>();

    void add(TrackSummary track, Thresholds thresholds) {
        var group = new Group(track.likeness(), List.of(track.appearance()));
        var threshold = Math.max(thresholds.match(), thresholds.verify());
        // A group that grew may now be like another.
        for (var like = takeLike(group, threshold); like.isPresent(); like = takeLike(group, threshold)) {
            group = like.get().plus(group);
        }
        groups.add(group);
    }

    List<Group> groups() {
        return List.copyOf(groups);
    }

    UnknownClusters copy() {
        var copy = new UnknownClusters();
        copy.groups.addAll(groups);
        return copy;
    }

    private Optional<Group> takeLike(Group group, double threshold) {
        var mostLike = Optional.<Group>empty();
        var highest = threshold;
        for (var other : groups) {
            var similarity = other.similarity(group.likeness());
            if (similarity >= highest) {
                mostLike = Optional.of(other);
                highest = similarity;
            }
        }
        mostLike.ifPresent(groups::remove);
        return mostLike;
    }

    /** @param likeness empty for a track of poor faces alone */
    record Group(Optional<MeanEmbedding> likeness, List<Appearance> appearances) {
        /** Minus 1, the least there is, when it cannot be told. */
        double similarity(Optional<MeanEmbedding> other) {
            return likeness.flatMap(ours -> other.map(ours::similarity))
                    .map(similarity -> similarity.orElse(-1))
                    .orElse(-1.0);
        }

        /** Whether the person would be found again, and was more than passing by. */
        boolean isToldApart() {
            return likeness.isPresent() && Appearance.frames(appearances) > 1;
        }

        Group plus(Group other) {
            return new Group(
                    likeness.flatMap(ours -> other.likeness.map(ours::plus)),
                    Appearance.plus(appearances, other.appearances));
        }
    }
}

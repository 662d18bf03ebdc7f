package io.faceline.tracking.summary;

import io.faceline.contracts.face.Thresholds;
import io.faceline.tracking.MeanEmbedding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Clusters unknown tracks by similarity. A group keeps a single mean embedding. Not thread-safe.
 *
 * <p>Groups are merged if the similarity of their means reaches the 1:N threshold: every track is compared with all
 * groups, so false accepts multiply as in a gallery, and the lower 1:1 threshold would merge different people. Means of
 * many frames of one person are more similar than two photos, so this costs little recall. A track with only poor faces
 * is never merged, because blurred faces resemble each other.
 */
final class UnknownClusters {
    private final List<Group> groups = new ArrayList<>();

    void add(TrackSummary track, Thresholds thresholds) {
        var group = new Group(track.embedding(), List.of(track.appearance()));
        var threshold = Math.max(thresholds.match(), thresholds.verify());
        // A group that grew may now resemble another.
        for (var similar = removeMostSimilar(group, threshold);
                similar.isPresent();
                similar = removeMostSimilar(group, threshold)) {
            group = similar.get().plus(group);
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

    private Optional<Group> removeMostSimilar(Group group, double threshold) {
        var mostSimilar = Optional.<Group>empty();
        var highest = threshold;
        for (var other : groups) {
            var similarity = other.similarity(group.embedding());
            if (similarity >= highest) {
                mostSimilar = Optional.of(other);
                highest = similarity;
            }
        }
        mostSimilar.ifPresent(groups::remove);
        return mostSimilar;
    }

    /** @param embedding empty for a track with only poor faces */
    record Group(Optional<MeanEmbedding> embedding, List<Appearance> appearances) {
        /** The similarity, or -1, the minimum, if it is unknown. */
        double similarity(Optional<MeanEmbedding> other) {
            return embedding
                    .flatMap(own -> other.map(own::similarity))
                    .map(similarity -> similarity.orElse(-1))
                    .orElse(-1.0);
        }

        /** Whether the person could be recognised again, and was seen in more than one frame. */
        boolean isDistinct() {
            return embedding.isPresent() && Appearance.frames(appearances) > 1;
        }

        Group plus(Group other) {
            return new Group(
                    embedding.flatMap(own -> other.embedding.map(own::plus)),
                    Appearance.plus(appearances, other.appearances));
        }
    }
}

package io.faceline.tracking.video;

import io.faceline.contracts.face.Thresholds;
import io.faceline.tracking.MeanEmbedding;
import io.faceline.tracking.TrackSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    void add(TrackSnapshot track, Thresholds thresholds) {
        var group = new Group(track.meanEmbedding(), List.of(track));
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

    /**
     * Tracks of one unknown person.
     *
     * @param embedding empty for a track with only poor faces
     */
    record Group(Optional<MeanEmbedding> embedding, List<TrackSnapshot> tracks) {
        /** The similarity, or -1, the minimum, if it is unknown. */
        double similarity(Optional<MeanEmbedding> other) {
            return embedding
                    .flatMap(own -> other.map(own::similarity))
                    .map(similarity -> similarity.orElse(-1))
                    .orElse(-1.0);
        }

        /** The id of its first track. */
        String id() {
            return tracks.stream()
                    .map(TrackSnapshot::update)
                    .min(Comparator.comparingLong(update -> update.number()))
                    .orElseThrow()
                    .id();
        }

        Group plus(Group other) {
            return new Group(
                    embedding.flatMap(own -> other.embedding.map(own::plus)),
                    Stream.concat(tracks.stream(), other.tracks.stream()).toList());
        }
    }
}

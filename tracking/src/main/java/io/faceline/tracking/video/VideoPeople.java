package io.faceline.tracking.video;

import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.Thresholds;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.track.Appearance;
import io.faceline.contracts.track.Likeness;
import io.faceline.tracking.MeanEmbedding;
import io.faceline.tracking.TrackSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes appearances of the tracks of a video: groups the unknown ones by person, and finds those who resemble somebody who is
 * named. Its size depends on the number of tracks, not of frames. Not thread-safe.
 */
public final class VideoPeople {
    private final List<TrackSnapshot> recognised = new ArrayList<>();
    private final Map<PersonId, MeanEmbedding> named;
    private final UnknownClusters unknown;

    public VideoPeople() {
        this(Map.of(), new UnknownClusters());
    }

    private VideoPeople(Map<PersonId, MeanEmbedding> named, UnknownClusters unknown) {
        this.named = new HashMap<>(named);
        this.unknown = unknown;
    }

    /** Adds a track that ended. */
    public void add(TrackSnapshot track, Thresholds thresholds) {
        var identity = track.update().identity();
        if (identity.decision() == Decision.UNKNOWN) {
            unknown.add(track, thresholds);
            return;
        }
        recognised.add(track);
        if (identity.decision() == Decision.MATCH) {
            track.meanEmbedding()
                    .ifPresent(embedding -> named.merge(identity.requirePerson(), embedding, MeanEmbedding::plus));
        }
    }

    /**
     * The appearances of all tracks, in the order in which these began, as of version 0.
     *
     * @param open tracks that may continue
     */
    public List<Appearance> appearances(List<TrackSnapshot> open, Thresholds thresholds) {
        var all = new VideoPeople(named, unknown.copy());
        all.recognised.addAll(recognised);
        open.forEach(track -> all.add(track, thresholds));
        return all.appearances(thresholds);
    }

    /** The appearance of a track that has just begun, before it is compared with others. */
    public static Appearance begun(TrackSnapshot track) {
        var update = track.update();
        return update.identity().decision() == Decision.UNKNOWN
                ? AppearanceRecord.ofUnknown(track, update.id(), null)
                : AppearanceRecord.of(track);
    }

    private List<Appearance> appearances(Thresholds thresholds) {
        var made = new ArrayList<Appearance>();
        recognised.forEach(track -> made.add(AppearanceRecord.of(track)));
        for (var group : unknown.groups()) {
            var like = likeness(group, thresholds).orElse(null);
            group.tracks().forEach(track -> made.add(AppearanceRecord.ofUnknown(track, group.id(), like)));
        }
        made.sort(Comparator.comparingLong(Appearance::number));
        return made;
    }

    /**
     * The named person whom a group resembles by the 1:1 threshold: enough for an uncertain sighting, not for a match.
     */
    private Optional<Likeness> likeness(UnknownClusters.Group group, Thresholds thresholds) {
        return named.entrySet().stream()
                .map(entry -> new Likeness(entry.getKey(), group.similarity(Optional.of(entry.getValue()))))
                .filter(like -> like.similarity() >= thresholds.verify())
                .max(Comparator.comparingDouble(Likeness::similarity));
    }
}

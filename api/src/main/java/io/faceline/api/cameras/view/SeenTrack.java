package io.faceline.api.cameras.view;

import io.faceline.contracts.face.Decision;
import io.faceline.contracts.track.TrackPhase;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.web.view.PersonNames;
import java.time.Instant;

/**
 * Somebody whom a camera saw, from when to when.
 *
 * @param id of the track
 * @param person null if it is nobody, or nobody whom the asker may see
 * @param similarity highest to the person; null if unknown
 * @param isOpen whether the face may still be in view
 */
public record SeenTrack(
        String id,
        Decision decision,
        SeenPerson person,
        Instant firstAt,
        Instant lastAt,
        Double similarity,
        TrackPhase phase,
        boolean isOpen) {
    public static SeenTrack of(TrackUpdate track, PersonNames names) {
        var identity = track.identity();
        return new SeenTrack(
                track.id(),
                identity.decision(),
                SeenPerson.of(identity.person(), identity.decision(), track.session(), names),
                track.first().capturedAt(),
                track.last().capturedAt(),
                identity.similarity(),
                track.phase(),
                track.phase() != TrackPhase.END);
    }
}

package io.faceline.alerting.judge.special.together;

import io.faceline.contracts.alert.AlertIdentity;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.track.TrackShot;
import io.faceline.contracts.track.TrackUpdate;
import java.time.Instant;
import java.util.Optional;

/**
 * A track that was in view not long ago.
 *
 * @param heardAt by the clock of this machine
 */
record SeenTrack(
        String id,
        String source,
        SessionId session,
        long revision,
        Instant first,
        Instant last,
        AlertIdentity identity,
        TrackShot shot,
        Instant heardAt) {
    static SeenTrack of(TrackUpdate track, Instant now) {
        return new SeenTrack(
                track.id(),
                track.source(),
                track.session(),
                track.revision(),
                track.first().capturedAt(),
                track.last().capturedAt(),
                AlertIdentity.of(track.identity()),
                track.shot(),
                now);
    }

    /** Who it is, if that is known. */
    Optional<PersonId> person() {
        return identity.decision() == Decision.MATCH ? Optional.ofNullable(identity.person()) : Optional.empty();
    }

    boolean isFilm() {
        return !session.isCamera();
    }

    /** Whether this record is of a later frame, or of the same frame and says something else. */
    boolean isNewerThan(SeenTrack other) {
        return revision > other.revision || (revision == other.revision && !identity.equals(other.identity));
    }
}

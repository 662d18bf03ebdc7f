package io.faceline.delivery.world;

import io.faceline.contracts.face.Decision;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.track.TrackPhase;
import io.faceline.contracts.track.TrackUpdate;
import java.time.Instant;
import java.util.Optional;

/**
 * What is kept of a track.
 *
 * @param person of a match; empty while nobody is sure
 * @param at the last look
 */
record LiveTrack(String id, long revision, boolean isOpen, Optional<PersonId> person, Instant at) {
    static LiveTrack of(TrackUpdate update) {
        var identity = update.identity();
        var person = identity.decision() == Decision.MATCH
                ? Optional.ofNullable(identity.person())
                : Optional.<PersonId>empty();
        var isOpen = update.phase() == TrackPhase.NEW || update.phase() == TrackPhase.UPDATE;
        return new LiveTrack(
                update.id(), update.revision(), isOpen, person, update.last().capturedAt());
    }
}

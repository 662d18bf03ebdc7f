package io.faceline.alerting.judge.special.shared;

import io.faceline.alerting.book.Erasure;
import io.faceline.contracts.track.TrackUpdate;
import java.util.Optional;

/** What was erased in tracks that were written before. */
public final class Erased {
    private Erased() {}

    /** The track without people who were deleted; empty if its source was. */
    public static Optional<TrackUpdate> without(Erasure erasure, TrackUpdate track) {
        if (erasure.hasEnded(track.session()) || erasure.isDeletedSource(track.source())) {
            return Optional.empty();
        }
        return Optional.of(track.identity().knows(erasure::isDeleted) ? track.unknown() : track);
    }
}

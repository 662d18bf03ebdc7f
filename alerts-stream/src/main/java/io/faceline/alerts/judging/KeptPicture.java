package io.faceline.alerts.judging;

import io.faceline.contracts.OmittedIfAbsent;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.track.TrackPicture;
import io.faceline.contracts.track.TrackUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The newest picture of a track, for the alerts of a rule.
 *
 * @param person whom the track names
 * @param at when the track was last heard of
 */
record KeptPicture(
        SessionId session,
        String source,
        @OmittedIfAbsent @Nullable PersonId person,
        TrackPicture picture,
        Instant at) {
    /** Of the time of the last update, so that few of them write the picture again. */
    private static final Duration PRECISION = Duration.ofMinutes(5);

    static KeptPicture of(TrackUpdate track, TrackPicture picture, Instant now) {
        return new KeptPicture(track.session(), track.source(), track.identity().person(), picture, now);
    }

    /** What is to be kept after an update of the track; null if this says it well enough. */
    @Nullable
    KeptPicture heardOf(TrackUpdate track, Instant now) {
        var isSaid = Objects.equals(person, track.identity().person()) && now.isBefore(at.plus(PRECISION));
        return isSaid ? null : of(track, picture, now);
    }
}

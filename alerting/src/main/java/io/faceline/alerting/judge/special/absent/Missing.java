package io.faceline.alerting.judge.special.absent;

import io.faceline.contracts.OmittedIfAbsent;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.alert.AlertScope;
import io.faceline.contracts.alert.AlertSubject;
import io.faceline.contracts.track.TrackUpdate;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who was not seen by a deadline, and may come later.
 *
 * @param from since when a look counts
 * @param by the deadline
 * @param until when it is over, whether somebody came or not
 * @param arrivedBy the track that showed the subject; absent while nobody came
 * @param others tracks that showed somebody else
 */
record Missing(
        AlertId alert,
        AlertScope scope,
        AlertSubject subject,
        Instant from,
        Instant by,
        Instant until,
        @OmittedIfAbsent @Nullable String arrivedBy,
        List<Other> others) {
    /**
     * A track that showed somebody else.
     *
     * @param revision up to this one; all of them if it was said by hand
     */
    record Other(String track, long revision) {
        static final long SAID = Long.MAX_VALUE;
    }

    Missing {
        others = List.copyOf(others);
    }

    /** Whether a record of a track of the subject is news. */
    boolean isShownBy(TrackUpdate track) {
        return arrivedBy == null
                && !isJudged(track)
                && !track.last().capturedAt().isBefore(from)
                && track.first().capturedAt().isBefore(until);
    }

    /** Whether a record of the track that showed the subject takes that back. */
    boolean isTakenBackBy(TrackUpdate track) {
        return track.id().equals(arrivedBy) && !isJudged(track);
    }

    private boolean isJudged(TrackUpdate track) {
        return others.stream()
                .anyMatch(other -> other.track().equals(track.id()) && track.revision() <= other.revision());
    }

    Missing arrivedBy(TrackUpdate track) {
        return with(track.id(), others);
    }

    /** The track showed somebody else: the subject is missing still. */
    Missing without(Other other) {
        var rest = others.stream().filter(one -> !one.track().equals(other.track()));
        return with(null, Stream.concat(rest, Stream.of(other)).toList());
    }

    /** Without what was said by hand. */
    Missing unsaid() {
        return with(
                arrivedBy,
                others.stream().filter(one -> one.revision() != Other.SAID).toList());
    }

    private Missing with(@Nullable String track, List<Other> those) {
        return new Missing(alert, scope, subject, from, by, until, track, those);
    }
}

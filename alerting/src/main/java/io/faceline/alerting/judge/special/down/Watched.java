package io.faceline.alerting.judge.special.down;

import io.faceline.alerting.judge.special.shared.CameraSilence;
import io.faceline.contracts.OmittedIfAbsent;
import io.faceline.contracts.alert.Observation;
import io.faceline.contracts.camera.CameraCondition;
import io.faceline.contracts.camera.CameraId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a camera.
 *
 * @param at when its last state was written
 * @param downSince when it stopped being live; absent if it is live or off
 * @param isSilent whether it is down because no state came: it stopped within a minute after {@code downSince}
 * @param isCounted whether this outage is one of a silence
 */
record Watched(
        CameraId camera,
        CameraCondition condition,
        Instant at,
        @OmittedIfAbsent @Nullable Instant downSince,
        boolean isSilent,
        boolean isCounted) {
    /** Of the beginnings of what is one outage. */
    private static final Duration AT_ONCE = Duration.ofSeconds(10);
    /** Between the states that are passed on: the first one that comes a minute after the one before. */
    private static final Duration BETWEEN_STATES = Duration.ofSeconds(70);

    static Watched of(Observation.OfCamera state) {
        return new Watched(
                state.camera(), state.condition(), state.at(), isDown(state) ? state.since() : null, false, false);
    }

    /** With a further state: an outage goes on from one condition to the next. */
    Watched with(Observation.OfCamera state) {
        return downSince != null && isDown(state)
                ? new Watched(camera, state.condition(), state.at(), downSince, isSilent, isCounted)
                : of(state);
    }

    /** No state came: it is down since the last one. */
    Watched silent() {
        return new Watched(camera, condition, at, at, true, false);
    }

    Watched counted() {
        return new Watched(camera, condition, at, downSince, isSilent, true);
    }

    /** Whether it should send states and has sent none for too long. */
    boolean isOverdue(Instant now) {
        return condition == CameraCondition.LIVE && downSince == null && now.isAfter(at.plus(CameraSilence.LONGEST));
    }

    /** Whether nobody read the camera for too long between its last state and this one. */
    boolean isGapBefore(Observation.OfCamera state) {
        return isOverdue(state.at()) && state.since().isAfter(at);
    }

    /**
     * When the outage is long enough to be told; null if there is none.
     *
     * @param alone whether no others can have gone down with it; else one waits until their states are overdue too
     */
    @Nullable
    Instant dueAt(Duration after, boolean alone) {
        if (downSince == null) {
            return null;
        }
        if (!isSilent) {
            return downSince.plus(after);
        }
        var due = downSince.plus(after.compareTo(CameraSilence.LONGEST) > 0 ? after : CameraSilence.LONGEST);
        return alone ? due : due.plus(BETWEEN_STATES);
    }

    /** Whether it went down at about this time. */
    boolean wentDownAt(Instant time) {
        var difference = isSilent ? AT_ONCE.plus(BETWEEN_STATES) : AT_ONCE;
        return downSince != null && Duration.between(time, downSince).abs().compareTo(difference) <= 0;
    }

    private static boolean isDown(Observation.OfCamera state) {
        return switch (state.condition()) {
            case CONNECTING, FROZEN, UNREACHABLE, UNAUTHORIZED, UNDECODABLE -> true;
            case LIVE, OUTSIDE_HOURS, DISABLED, UNKNOWN -> false;
        };
    }
}

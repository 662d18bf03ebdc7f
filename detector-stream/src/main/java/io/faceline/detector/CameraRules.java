package io.faceline.detector;

import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.DropReason;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The rules of the camera lane, whose frames others may write. Such a frame can probe, but only for a camera: neither
 * enroll anybody nor ask the gallery of a visitor nor make the matcher wait. What arrives faster than it can be decoded
 * is dropped undecoded. Time is that of the broker, since a camera's own clock proves nothing: when a frame was captured
 * decides when somebody was seen, so what a writer says of it is taken only if it is about the broker's time. Confined to the
 * task thread.
 */
final class CameraRules implements FrameRules {
    /** Receives what was refused to a session that is no camera's, so that no visitor finds it in an event stream. */
    static final SessionId REFUSED = new SessionId(SessionId.CAMERA_PREFIX + "refused");

    private static final Outcome<Blob> NOT_ALLOWED = Outcome.failed(
            FailureCode.NOT_ALLOWED_HERE,
            "frames.camera takes only the roles probe and detect, and only sessions that start with \""
                    + SessionId.CAMERA_PREFIX + "\".");

    /** A frame of ingest waits for a broker that fails; older looks are no news. */
    static final Duration MAX_UNDER_WAY = Duration.ofMinutes(5);

    /** By which the clock of a writer that is right may differ. */
    static final Duration MAX_AHEAD = Duration.ofMinutes(1);

    private final CameraLimits limits;
    private final InstantSource clock;
    private final SourceRates rates;

    CameraRules(CameraLimits limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
        this.rates = new SourceRates(limits.framesPerSecond());
    }

    @Override
    public Frame apply(Frame frame, Instant appendedAt) {
        var facts = frame.facts();
        if (!isAllowed(facts)) {
            return new Frame(refused(facts), NOT_ALLOWED);
        }
        var now = clock.instant();
        // A topic with the timestamps of its writers may hold one of the far future.
        var at = appendedAt.isAfter(now) ? now : appendedAt;
        return new Frame(taken(facts, at), frame.image().then(image -> fresh(facts.source(), image, at, now)));
    }

    private static boolean isAllowed(FrameFacts facts) {
        var isAllowedRole = facts.role() instanceof Role.Probe || facts.role() instanceof Role.Detect;
        return isAllowedRole && facts.session().isCamera();
    }

    private Outcome<Blob> fresh(String source, Blob image, Instant at, Instant now) {
        if (at.isBefore(now.minus(limits.staleAfter()))) {
            return Outcome.dropped(DropReason.STALE);
        }
        return rates.take(source, at) ? Outcome.made(image) : Outcome.dropped(DropReason.TOO_MANY_FRAMES);
    }

    /** The matcher waits for a gallery version, so a writer could stall it with one that never comes. */
    private static FrameFacts taken(FrameFacts facts, Instant at) {
        return with(facts, facts.session(), facts.role(), capturedAt(facts, at));
    }

    private static Instant capturedAt(FrameFacts facts, Instant at) {
        var said = facts.capturedAt();
        var isRight = !said.isBefore(at.minus(MAX_UNDER_WAY)) && !said.isAfter(at.plus(MAX_AHEAD));
        // A topic with the timestamps of its writers may hold one that is no time of a frame.
        return isRight || !FrameFacts.isCaptureTime(at) ? said : at;
    }

    /** As a frame to detect, which the matcher only passes on: other roles touch what it stores for a session. */
    private static FrameFacts refused(FrameFacts facts) {
        var session = facts.session().isCamera() ? facts.session() : REFUSED;
        return with(facts, session, new Role.Detect(), facts.capturedAt());
    }

    private static FrameFacts with(FrameFacts facts, SessionId session, Role role, Instant capturedAt) {
        return new FrameFacts(
                facts.id(),
                session,
                role,
                facts.source(),
                facts.sequence(),
                capturedAt,
                facts.position(),
                FrameFacts.ANY_GALLERY,
                facts.options());
    }
}

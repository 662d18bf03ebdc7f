package io.faceline.detector;

import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.DropReason;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.SessionId;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The rules of the camera lane, whose frames others may write. Such a frame can probe, but only for a camera: neither
 * enroll anybody nor ask the gallery of a visitor nor make the matcher wait. What arrives faster than it can be decoded
 * is dropped undecoded. Time is that of the broker, since a camera's own clock proves nothing. Confined to the task
 * thread.
 */
final class CameraRules implements FrameRules {
    /** Receives what was refused to a session that is no camera's, so that no visitor finds it in an event stream. */
    static final SessionId REFUSED = new SessionId(SessionId.CAMERA_PREFIX + "refused");

    private static final Outcome<Blob> NOT_ALLOWED = Outcome.failed(
            FailureCode.NOT_ALLOWED_HERE,
            "frames.camera takes only the roles probe and detect, and only sessions that start with \""
                    + SessionId.CAMERA_PREFIX + "\".");

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
        return new Frame(ofAnyGallery(facts), frame.image().then(image -> fresh(facts.source(), image, appendedAt)));
    }

    private static boolean isAllowed(FrameFacts facts) {
        var isAllowedRole = facts.role() instanceof Role.Probe || facts.role() instanceof Role.Detect;
        return isAllowedRole && facts.session().isCamera();
    }

    private Outcome<Blob> fresh(String source, Blob image, Instant appendedAt) {
        var now = clock.instant();
        if (appendedAt.isBefore(now.minus(limits.staleAfter()))) {
            return Outcome.dropped(DropReason.STALE);
        }
        // A topic with the timestamps of its writers may hold one of the far future.
        var at = appendedAt.isAfter(now) ? now : appendedAt;
        return rates.take(source, at) ? Outcome.made(image) : Outcome.dropped(DropReason.TOO_MANY_FRAMES);
    }

    /** The matcher waits for a gallery version, so a writer could stall it with one that never comes. */
    private static FrameFacts ofAnyGallery(FrameFacts facts) {
        return with(facts, facts.session(), facts.role());
    }

    /** As a frame to detect, which the matcher only passes on: other roles touch what it stores for a session. */
    private static FrameFacts refused(FrameFacts facts) {
        return with(facts, facts.session().isCamera() ? facts.session() : REFUSED, new Role.Detect());
    }

    private static FrameFacts with(FrameFacts facts, SessionId session, Role role) {
        return new FrameFacts(
                facts.id(),
                session,
                role,
                facts.source(),
                facts.sequence(),
                facts.capturedAt(),
                facts.position(),
                FrameFacts.ANY_GALLERY,
                facts.options());
    }
}

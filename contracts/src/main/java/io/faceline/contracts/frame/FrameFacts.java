package io.faceline.contracts.frame;

import io.faceline.contracts.Checks;
import io.faceline.contracts.OmittedIfAbsent;
import io.faceline.contracts.face.Thresholds;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.identity.SessionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The metadata that every record of a frame carries from stage to stage.
 *
 * @param source the origin of the frame: a camera, or the job that sends files
 * @param sequence sequence number within the source, from 0; consumers restore the order by it
 * @param capturedAt between the years 2000 and 2100: a number of milliseconds read as seconds is far beyond
 * @param position presentation timestamp within a video in seconds, finite and not negative; absent for a photo
 * @param minGalleryVersion minimum version of the shared gallery that may answer, -1 for any
 * @param options of a camera; absent for the usual ones
 */
public record FrameFacts(
        FrameId id,
        SessionId session,
        Role role,
        String source,
        long sequence,
        Instant capturedAt,
        @Nullable Double position,
        long minGalleryVersion,
        @OmittedIfAbsent @Nullable FrameOptions options) {
    /** The minimum gallery version of a frame that any version may answer. */
    public static final long ANY_GALLERY = -1;

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    public FrameFacts {
        Checks.id("source", source);
        Checks.require(sequence >= 0, "sequence must not be negative, was " + sequence);
        Checks.require(
                isCaptureTime(capturedAt),
                "capturedAt must be ISO 8601 text or seconds, not milliseconds, and between the years 2000 and 2100");
        Checks.require(
                minGalleryVersion >= ANY_GALLERY, "minGalleryVersion must be -1 or more, was " + minGalleryVersion);
        if (position != null) {
            Checks.finite("position", position);
            Checks.require(position >= 0, "position must not be negative, was " + position);
        }
        if (role instanceof Role.Enrollment enrollment && role.isKnown()) {
            Checks.require(
                    session.isShared() == (enrollment.scope() == Scope.SHARED),
                    "the session must be \"shared\" for an enrollment into the shared gallery, and for no other");
        }
    }

    /** Whether a frame may have been captured then. */
    public static boolean isCaptureTime(Instant time) {
        return !time.isBefore(EARLIEST) && time.isBefore(LATEST);
    }

    /** The facts of a frame with the usual options. */
    public FrameFacts(
            FrameId id,
            SessionId session,
            Role role,
            String source,
            long sequence,
            Instant capturedAt,
            @Nullable Double position,
            long minGalleryVersion) {
        this(id, session, role, source, sequence, capturedAt, position, minGalleryVersion, null);
    }

    /** The thresholds of the frame, given those of the gallery. */
    public Thresholds over(Thresholds usual) {
        var stricter = options == null ? null : options.matchThreshold();
        return stricter == null ? usual : usual.matchingFrom(stricter);
    }

    /** An enrollment has a name on its way to the matcher; only answers lack it. */
    void requireName() {
        if (role instanceof Role.Enrollment enrollment && role.isKnown()) {
            Checks.require(enrollment.name() != null, "an enrollment must have a name");
        }
    }

    public FrameFacts withRole(Role changed) {
        return new FrameFacts(id, session, changed, source, sequence, capturedAt, position, minGalleryVersion, options);
    }
}

package io.faceline.contracts.frame;

import io.faceline.contracts.Checks;
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
 * @param position presentation timestamp within a video in seconds; absent for a photo
 * @param minGalleryVersion minimum version of the shared gallery that may answer, -1 for any
 */
public record FrameFacts(
        FrameId id,
        SessionId session,
        Role role,
        String source,
        long sequence,
        Instant capturedAt,
        @Nullable Double position,
        long minGalleryVersion) {
    /** The minimum gallery version of a frame that any version may answer. */
    public static final long ANY_GALLERY = -1;

    public FrameFacts {
        Checks.id("source", source);
        Checks.require(sequence >= 0, "sequence must not be negative, was " + sequence);
        if (role instanceof Role.Enrollment enrollment) {
            Checks.require(
                    session.isShared() == (enrollment.scope() == Scope.SHARED),
                    "the session must be \"shared\" for an enrollment into the shared gallery, and for no other");
        }
    }

    public FrameFacts withRole(Role changed) {
        return new FrameFacts(id, session, changed, source, sequence, capturedAt, position, minGalleryVersion);
    }
}

package io.faceline.contracts.frame;

import io.faceline.contracts.Checks;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.identity.SessionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What every record of a frame carries from stage to stage.
 *
 * @param source where it comes from: a camera, or the job that sends files
 * @param sequence its place within the source, from 0; who needs order restores it by this
 * @param position presentation timestamp within a video in seconds; absent for a photo
 * @param minGalleryVersion the shared gallery must be at least this new to answer, -1 for any
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
    /** Any gallery will do. */
    public static final long ANY_GALLERY = -1;

    public FrameFacts {
        Checks.id("source", source);
        Checks.require(sequence >= 0, "sequence must not be negative, was " + sequence);
        if (role instanceof Role.Enrollment enrollment) {
            Checks.require(
                    session.isShared() == (enrollment.scope() == Scope.SHARED),
                    "an enrollment into the shared gallery travels under the session \"shared\", and only that");
        }
    }

    public FrameFacts withRole(Role changed) {
        return new FrameFacts(id, session, changed, source, sequence, capturedAt, position, minGalleryVersion);
    }
}

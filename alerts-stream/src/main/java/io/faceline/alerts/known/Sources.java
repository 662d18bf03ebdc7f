package io.faceline.alerts.known;

import io.faceline.alerting.book.Erasure;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.identity.SessionId;

/** Whose frames are gone. */
public final class Sources {
    private Sources() {}

    /** Whether the session, the job or the camera was deleted. */
    public static boolean isGone(Erasure erasure, SessionId session, String source) {
        return erasure.hasEnded(session)
                || erasure.isDeletedJob(source)
                || (session.isCamera()
                        && CameraId.parse(source)
                                .filter(erasure::isDeletedCamera)
                                .isPresent());
    }
}

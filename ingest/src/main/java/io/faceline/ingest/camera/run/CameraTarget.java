package io.faceline.ingest.camera.run;

import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.identity.SessionId;

/** Where the frames of a camera go. */
public record CameraTarget(Lane lane, SessionId session, String source) {
    /** The lane and the session of cameras. */
    public static CameraTarget of(CameraId camera) {
        return new CameraTarget(Lane.CAMERA, camera.session(), camera.source());
    }
}

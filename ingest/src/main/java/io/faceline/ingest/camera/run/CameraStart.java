package io.faceline.ingest.camera.run;

import io.faceline.contracts.camera.CameraState;
import java.time.Duration;
import java.util.Optional;

/**
 * How the run of a camera begins.
 *
 * @param delay before it is opened, so that many are not opened together
 * @param isTakeover whether another instance may have read the camera until now
 * @param refused the last state of the camera, if it refused the credentials that are still defined: it is not asked before
 *     that state says
 */
public record CameraStart(Duration delay, boolean isTakeover, Optional<CameraState> refused) {
    public static final CameraStart AT_ONCE = after(Duration.ZERO);

    /** Of a camera that nobody read before. */
    public static CameraStart after(Duration delay) {
        return new CameraStart(delay, false, Optional.empty());
    }
}

package io.faceline.ingest.camera.run;

import java.time.Duration;

/**
 * How the run of a camera begins.
 *
 * @param delay before it is opened, so that many are not opened together
 * @param isTakeover whether another instance may have read the camera until now
 */
public record CameraStart(Duration delay, boolean isTakeover) {
    public static final CameraStart AT_ONCE = new CameraStart(Duration.ZERO, false);
}

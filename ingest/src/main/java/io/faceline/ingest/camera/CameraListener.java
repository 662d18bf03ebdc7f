package io.faceline.ingest.camera;

import io.faceline.contracts.camera.CameraPreview;
import io.faceline.contracts.camera.CameraState;
import io.faceline.contracts.frame.Match;

/** Is told what a watched camera does and shows. Called by any thread; must not block. */
public interface CameraListener {
    /** The answer to a frame that was not dropped before it was sent. */
    void answered(Match match);

    /** At each change and every five seconds. */
    void state(CameraState state);

    default void preview(CameraPreview preview) {}
}

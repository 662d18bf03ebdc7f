package io.faceline.ingest.camera.run;

import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.camera.CameraPreview;
import io.faceline.contracts.camera.CameraState;
import io.faceline.contracts.frame.DropReason;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Match;
import java.util.concurrent.CompletableFuture;

/** Takes what a camera's run makes. Thread-safe. */
public interface CameraOutput {
    /** Sends a frame and returns its answer, or why there will be none. */
    CompletableFuture<Match> request(Lane lane, Frame frame);

    /** Sends a frame that was dropped for this reason, whose answer nobody waits for. */
    void dropped(Lane lane, Frame frame, DropReason reason);

    void preview(CameraPreview preview);

    void state(CameraState state);

    /** The camera was deleted. */
    void deleted(CameraId camera);
}

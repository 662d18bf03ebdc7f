package io.faceline.ingest.camera;

import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.camera.CameraPreview;
import io.faceline.contracts.camera.CameraState;
import io.faceline.contracts.frame.DropReason;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Match;
import io.faceline.ingest.camera.run.CameraOutput;
import java.util.concurrent.CompletableFuture;

/** Sends the frames of a watched camera, and tells its listener the rest. Thread-safe. */
final class WatchedOutput implements CameraOutput {
    private final CameraOutput frames;
    private final CameraListener listener;

    /** @param frames sends them */
    WatchedOutput(CameraOutput frames, CameraListener listener) {
        this.frames = frames;
        this.listener = listener;
    }

    @Override
    public CompletableFuture<Match> request(Lane lane, Frame frame) {
        return frames.request(lane, frame).thenApply(match -> {
            listener.answered(match);
            return match;
        });
    }

    @Override
    public void dropped(Lane lane, Frame frame, DropReason reason) {
        frames.dropped(lane, frame, reason);
    }

    @Override
    public void preview(CameraPreview preview) {
        listener.preview(preview);
    }

    @Override
    public void state(CameraState state) {
        listener.state(state);
    }

    @Override
    public void deleted(CameraId camera) {}
}

package io.faceline.api.cameras.view;

import io.faceline.contracts.camera.CameraPreview;
import io.faceline.contracts.identity.FrameId;
import java.time.Instant;

/** The newest small picture of a camera, without its bytes. */
public record PreviewView(FrameId frame, Instant capturedAt, int width, int height) {
    public static PreviewView of(CameraPreview preview) {
        return new PreviewView(preview.frame(), preview.capturedAt(), preview.width(), preview.height());
    }
}

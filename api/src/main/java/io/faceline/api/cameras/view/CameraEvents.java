package io.faceline.api.cameras.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.faceline.contracts.camera.CameraId;

/** Data of events that say which camera they are of. */
public final class CameraEvents {
    private CameraEvents() {}

    public record Deleted(CameraId camera) {}

    public record Preview(CameraId camera, @JsonUnwrapped PreviewView preview) {}

    public record Track(CameraId camera, @JsonUnwrapped SeenTrack track) {}
}

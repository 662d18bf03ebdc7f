package io.faceline.ingest.camera;

import io.faceline.runtime.settings.Settings;

/**
 * Settings of the cameras that ingest reads.
 *
 * @param isRead whether this instance takes its share of them
 */
public record CameraSettings(boolean isRead) {
    public static CameraSettings from(Settings settings) {
        return new CameraSettings(settings.flag("FACELINE_CAMERAS_READ", true));
    }
}

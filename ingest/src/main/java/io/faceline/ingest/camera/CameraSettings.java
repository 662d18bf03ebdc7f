package io.faceline.ingest.camera;

import io.faceline.ingest.camera.open.address.CameraAddressSettings;
import io.faceline.runtime.settings.Settings;

/**
 * Settings of the cameras that ingest reads.
 *
 * @param isRead whether this instance takes its share of them
 * @param addresses which addresses they may have
 */
public record CameraSettings(boolean isRead, CameraAddressSettings addresses) {
    public static CameraSettings from(Settings settings) {
        return new CameraSettings(settings.flag("FACELINE_CAMERAS_READ", true), CameraAddressSettings.from(settings));
    }
}

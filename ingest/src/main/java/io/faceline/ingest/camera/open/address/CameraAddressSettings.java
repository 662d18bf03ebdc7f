package io.faceline.ingest.camera.open.address;

import io.faceline.runtime.settings.Settings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which addresses cameras may have.
 *
 * @param allowsLocal whether loopback, link-local and metadata addresses are allowed, which only this machine and its host
 *     serve
 * @param files the folder whose films may be played as cameras; none if empty
 */
public record CameraAddressSettings(boolean allowsLocal, Optional<Path> files) {
    /** The setting that allows the addresses of this machine. */
    public static final String LOCAL_ADDRESSES = "FACELINE_CAMERA_LOCAL_ADDRESSES";

    private static final String FILES = "FACELINE_CAMERA_FILES";

    public static CameraAddressSettings from(Settings settings) {
        return new CameraAddressSettings(
                settings.flag(LOCAL_ADDRESSES, false),
                settings.optional(FILES).map(text -> settings.folder(FILES, Path.of(""))));
    }
}

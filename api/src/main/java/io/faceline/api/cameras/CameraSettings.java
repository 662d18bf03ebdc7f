package io.faceline.api.cameras;

import io.faceline.runtime.secrets.SecretBox;
import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.settings.SettingsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Settings of cameras.
 *
 * @param isOpen whether everybody may look, and not only an admin
 * @param max cameras
 * @param file cameras that are defined in a file; empty if there is none
 * @param box encrypts user names and passwords; empty without a key, as which none are stored
 */
public record CameraSettings(boolean isOpen, int max, Optional<Path> file, Optional<SecretBox> box) {
    public static final CameraSettings DEFAULT = new CameraSettings(false, 200, Optional.empty(), Optional.empty());

    static final String FILE = "FACELINE_CAMERAS_FILE";

    public static CameraSettings from(Settings settings) {
        return new CameraSettings(
                settings.flag("FACELINE_CAMERAS_OPEN", DEFAULT.isOpen),
                settings.integer("FACELINE_MAX_CAMERAS", DEFAULT.max, 1, 2000),
                settings.optional(FILE).map(text -> file(settings, text)),
                SecretBox.of(settings));
    }

    /** One that goes away later is no reason to stop. */
    private static Path file(Settings settings, String text) {
        var file = settings.path(FILE, Path.of(""));
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new SettingsException(FILE + " must be a file that can be read, was \"" + text + "\"");
        }
        return file;
    }
}

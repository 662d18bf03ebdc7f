package io.faceline.ingest.camera.open.address;

import io.faceline.vision.camera.CameraException;
import io.faceline.vision.camera.CameraFault;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** The films and devices of this machine that may be read as cameras. Immutable. */
public final class LocalSources {
    private static final Pattern DEVICE = Pattern.compile("/dev/video\\d{1,3}");

    private final Optional<Path> folder;

    /** @param folder whose films may be played; none if empty */
    public LocalSources(Optional<Path> folder) {
        this.folder = folder;
    }

    /** @throws CameraException unless it is a file in the folder, however it is linked */
    public Path film(URI address) throws CameraException {
        if (folder.isEmpty()) {
            throw refused(
                    "Films are played as cameras only if the server is started with FACELINE_CAMERA_FILES=FOLDER");
        }
        try {
            var film = Path.of(address).toRealPath();
            if (!film.startsWith(folder.get().toRealPath()) || !Files.isRegularFile(film)) {
                throw refused("The film is not a file in the folder of FACELINE_CAMERA_FILES");
            }
            return film;
        } catch (IOException | IllegalArgumentException e) {
            throw refused("The film is not there, or cannot be read. Check its path");
        }
    }

    /** @throws CameraException unless it is a video device that exists */
    public Path device(URI address) throws CameraException {
        if (!DEVICE.matcher(address.getPath()).matches()) {
            throw refused("A device is named v4l2:///dev/video0 and the like");
        }
        var device = Path.of(address.getPath());
        if (!Files.exists(device)) {
            throw refused(device + " does not exist. Connect the camera, or choose another number");
        }
        return device;
    }

    private static CameraException refused(String reason) {
        return new CameraException(CameraFault.UNREACHABLE, reason);
    }
}

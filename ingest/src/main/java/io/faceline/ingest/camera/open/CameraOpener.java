package io.faceline.ingest.camera.open;

import io.faceline.contracts.camera.Camera;
import io.faceline.vision.camera.CameraException;
import io.faceline.vision.camera.CameraStream;
import java.util.Optional;

/** Opens the one connection to a camera. Thread-safe. */
@FunctionalInterface
public interface CameraOpener {
    /**
     * Checks the address and starts to open the camera. What goes wrong later is thrown by the stream.
     *
     * @throws CameraException when the name is unknown, the address is not allowed, or the certificate has changed
     */
    CameraStream open(Camera camera, Optional<Login> login) throws CameraException, InterruptedException;
}

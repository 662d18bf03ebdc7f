package io.faceline.ingest.camera.open;

import io.faceline.contracts.camera.Camera;
import io.faceline.vision.camera.CameraException;
import java.util.Optional;
import java.util.function.Function;

/** Finds the user name and the password of a camera. Thread-safe. */
@FunctionalInterface
public interface CameraLogins {
    /**
     * Empty if the camera wants none.
     *
     * @throws CameraException when they cannot be found; says why, for an admin
     * @throws IllegalArgumentException likewise
     */
    Optional<Login> of(Camera camera) throws CameraException;

    /** @param function that throws nothing but IllegalArgumentException */
    static CameraLogins of(Function<Camera, Optional<Login>> function) {
        return function::apply;
    }
}

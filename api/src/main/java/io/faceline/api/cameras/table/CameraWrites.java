package io.faceline.api.cameras.table;

import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.camera.CameraId;

/** Writes definitions of cameras. Blocks until they can be read. */
public interface CameraWrites {
    void put(Camera camera);

    void delete(CameraId id);
}

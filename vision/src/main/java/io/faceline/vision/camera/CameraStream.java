package io.faceline.vision.camera;

import io.faceline.contracts.face.BoundingBox;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The one open connection to a camera. Pictures are read however slowly events are taken: only the newest frame waits.
 * {@link #facesInView} and {@link #close} may be called by any thread, the rest by one.
 */
public interface CameraStream extends AutoCloseable {
    /**
     * The next event; empty if none came within this time.
     *
     * @throws CameraException when the connection has ended, could not be opened, or has shown no picture for ten seconds
     */
    Optional<CameraEvent> next(Duration wait) throws CameraException, InterruptedException;

    /** Keeps the motion gate open while faces are in view, and lets cells near them count again. */
    void facesInView(List<BoundingBox> faces);

    /** Says goodbye to the camera and ends its process, within two seconds. */
    @Override
    void close();
}

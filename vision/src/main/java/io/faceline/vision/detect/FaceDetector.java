package io.faceline.vision.detect;

import io.faceline.vision.image.Picture;
import io.faceline.vision.model.ModelInUse;
import java.util.List;

/** Detects the faces of an image. Thread-safe. Must not be closed while in use. */
public interface FaceDetector extends AutoCloseable {
    /**
     * Detects faces, most confident first.
     *
     * @param smallestFacePixels minimum width of the faces that a tiled search looks for; ignored by detectors with a
     *     large input
     */
    List<Detection> detect(Picture picture, int smallestFacePixels);

    /** The model that detects the faces. */
    ModelInUse model();

    @Override
    void close();
}

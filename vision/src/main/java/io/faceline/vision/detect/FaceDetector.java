package io.faceline.vision.detect;

import io.faceline.vision.image.Picture;
import io.faceline.vision.model.ModelInUse;
import java.util.List;
import java.util.Optional;

/** Detects the faces of an image. Thread-safe. Must not be closed while in use. */
public interface FaceDetector extends AutoCloseable {
    /**
     * Detects faces, most confident first.
     *
     * @param smallestFacePixels minimum width of the faces that a tiled search looks for; ignored by detectors with a
     *     large input
     */
    List<Detection> detect(Picture picture, int smallestFacePixels);

    /** Like {@link #detect}, with what is not confident enough to be a face. */
    default Look look(Picture picture, int smallestFacePixels) {
        return new Look(detect(picture, smallestFacePixels), List.of());
    }

    /**
     * Like {@link #look} at another version of an image.
     *
     * @param known faces that were found in the first version and need no second look in this one
     */
    default Look look(Picture picture, int smallestFacePixels, List<Detection> known) {
        return look(picture, smallestFacePixels);
    }

    /** Like {@link #detect}, but leaves out what takes a second look, which costs several times as much as the first. */
    default List<Detection> detectSure(Picture picture, int smallestFacePixels) {
        return detect(picture, smallestFacePixels);
    }

    /** Tells how much a crop is like a face; empty without a network that does. Valid until this is closed. */
    default Optional<FaceLikeness> likeness() {
        return Optional.empty();
    }

    /** The model that detects the faces. */
    ModelInUse model();

    @Override
    void close();
}

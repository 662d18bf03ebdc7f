package io.faceline.vision.detect;

import io.faceline.vision.image.Picture;
import io.faceline.vision.model.ModelInUse;
import java.util.List;

/** Finds the faces of a picture. Many threads may share one; whoever opened it closes it when none uses it. */
public interface FaceDetector extends AutoCloseable {
    /**
     * Most confident first.
     *
     * @param smallestFacePixels how wide a face must be in the picture to be searched for where a look at the whole is too
     *     coarse; only the default detector's input is so small that it asks
     */
    List<Detection> detect(Picture picture, int smallestFacePixels);

    /** What finds the faces. */
    ModelInUse model();

    @Override
    void close();
}

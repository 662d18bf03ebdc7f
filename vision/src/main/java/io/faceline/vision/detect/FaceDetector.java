package io.faceline.vision.detect;

import io.faceline.vision.image.Picture;
import java.util.List;

/** Finds the faces of a picture. Many threads may share one; whoever opened it closes it when none uses it. */
public interface FaceDetector extends AutoCloseable {
    /** Most confident first. */
    List<Detection> detect(Picture picture);

    @Override
    void close();
}

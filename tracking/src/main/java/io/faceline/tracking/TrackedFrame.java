package io.faceline.tracking;

import java.util.List;

/**
 * A frame whose faces are followed.
 *
 * @param faces in the frame's own order; empty for a frame without faces, or one that was lost
 */
public record TrackedFrame(AnsweredFrame frame, List<TrackedFace> faces) {
    public TrackedFrame {
        faces = List.copyOf(faces);
    }
}

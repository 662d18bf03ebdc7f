package io.faceline.tracking;

import java.util.List;

/**
 * A frame with its tracked faces.
 *
 * @param faces in the frame's order; empty for a frame without faces, or one that was lost
 */
public record TrackedFrame(AnsweredFrame frame, List<TrackedFace> faces) {
    public TrackedFrame {
        faces = List.copyOf(faces);
    }
}

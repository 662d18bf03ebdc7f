package io.faceline.contracts.frame;

import io.faceline.contracts.face.DetectedFace;
import io.faceline.contracts.face.Faces;

/** The faces detected in a frame: topics {@code detections.live} and {@code detections.bulk}. */
public record Detections(FrameFacts facts, Outcome<Faces<DetectedFace>> outcome) {
    /** The same frame, failed because a stage ended or hung repeatedly while it worked on it. */
    public Detections failedInternally() {
        return new Detections(facts, Outcome.failedInternally());
    }
}

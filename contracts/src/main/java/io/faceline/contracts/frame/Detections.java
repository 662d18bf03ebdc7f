package io.faceline.contracts.frame;

import io.faceline.contracts.face.DetectedFace;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.identity.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * The faces detected in a frame: topics {@code detections.live} and {@code detections.bulk}.
 *
 * @param detector identifies the settings of the detector; absent in records of older versions
 */
public record Detections(
        FrameFacts facts,
        Outcome<Faces<DetectedFace>> outcome,
        @Nullable Fingerprint detector) {
    public Detections {
        facts.requireName();
    }

    public Detections(FrameFacts facts, Outcome<Faces<DetectedFace>> outcome) {
        this(facts, outcome, null);
    }

    public Detections by(Fingerprint settings) {
        return new Detections(facts, outcome, settings);
    }

    /** The same frame, failed because a stage ended or hung repeatedly while it worked on it. */
    public Detections failedInternally() {
        return new Detections(facts, Outcome.failedInternally(), detector);
    }
}

package io.faceline.contracts.frame;

import io.faceline.contracts.face.DetectedFace;
import io.faceline.contracts.face.Faces;

/** The faces detected in a frame: topics {@code detections.live} and {@code detections.bulk}. */
public record Detections(FrameFacts facts, Outcome<Faces<DetectedFace>> outcome) {}

package io.faceline.contracts.frame;

import io.faceline.contracts.face.DetectedFace;
import io.faceline.contracts.face.Faces;

/** The faces found in a frame: {@code detections.live}, {@code detections.bulk}. */
public record Detections(FrameFacts facts, Outcome<Faces<DetectedFace>> outcome) {}

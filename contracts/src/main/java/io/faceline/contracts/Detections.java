package io.faceline.contracts;

/** The faces found in a frame: {@code detections.live}, {@code detections.bulk}. */
public record Detections(FrameFacts facts, Outcome<Faces<DetectedFace>> outcome) {}

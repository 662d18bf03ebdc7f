package io.faceline.contracts.face;

/** Five points of a face. Left and right are the person's own: leftEye is to the right in the picture of a frontal face. */
public record Landmarks(Point leftEye, Point rightEye, Point nose, Point mouthLeft, Point mouthRight) {}

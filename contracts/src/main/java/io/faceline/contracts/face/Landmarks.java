package io.faceline.contracts.face;

/**
 * Five points of a face. Left and right are the person's own: in a frontal image, leftEye is on the right-hand side.
 */
public record Landmarks(Point leftEye, Point rightEye, Point nose, Point mouthLeft, Point mouthRight) {}

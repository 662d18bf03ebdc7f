package io.faceline.vision.detect;

import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Landmarks;

/** A face that a detector saw. Box and landmarks are shares of the picture; the landmarks may lie outside it. */
public record Detection(BoundingBox box, Landmarks landmarks, double confidence) {}

package io.faceline.vision.detect;

import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Landmarks;

/** A face found by a detector. Box and landmarks are relative to the image; landmarks may lie outside it. */
public record Detection(BoundingBox box, Landmarks landmarks, double confidence) {}

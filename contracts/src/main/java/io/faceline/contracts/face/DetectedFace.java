package io.faceline.contracts.face;

/** A face with its aligned crop, ready to be embedded. */
public record DetectedFace(Face face, AlignedCrop crop) {}

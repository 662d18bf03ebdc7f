package io.faceline.contracts;

/** A face with its aligned crop, ready to be embedded. */
public record DetectedFace(Face face, AlignedCrop crop) {}

package io.faceline.contracts.face;

/** A detected face with its aligned crop, the input of the embedder. */
public record DetectedFace(Face face, AlignedCrop crop) {}

package io.faceline.contracts.catalog;

/** What a model is for. */
public enum ModelRole {
    DETECTOR,
    /** Finds the points of a face in the box of one. */
    LANDMARKS,
    EMBEDDER,
    LIVENESS,
    ATTRIBUTE
}

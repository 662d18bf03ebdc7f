package io.faceline.contracts.catalog;

/** The task of a model. */
public enum ModelRole {
    DETECTOR,
    /** Finds the landmarks of a face within its bounding box. */
    LANDMARKS,
    EMBEDDER,
    LIVENESS,
    ATTRIBUTE
}

package io.faceline.vision.model;

/** The state of a model file. */
public enum FileState {
    GOOD,
    MISSING,
    /** The hash differs from the catalog's. */
    DAMAGED,
    /** The file exists, but the catalog has no hash for it. */
    UNVERIFIED
}

package io.faceline.vision.model;

/** How the file of a model is found. */
public enum FileState {
    GOOD,
    MISSING,
    /** Its hash is not the catalog's. */
    DAMAGED,
    /** There, but the catalog has no hash to compare it with. */
    UNVERIFIED
}

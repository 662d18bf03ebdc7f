package io.faceline.contracts.face;

/** What is said of a face. Only {@code MATCH} names a person. */
public enum Decision {
    MATCH,
    UNCERTAIN,
    UNKNOWN
}

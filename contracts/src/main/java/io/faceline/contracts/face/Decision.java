package io.faceline.contracts.face;

/** The decision about a face. Only {@code MATCH} names a person. */
public enum Decision {
    MATCH,
    UNCERTAIN,
    UNKNOWN
}

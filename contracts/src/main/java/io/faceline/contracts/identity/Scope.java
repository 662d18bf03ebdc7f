package io.faceline.contracts.identity;

/** The visibility of a person: the visitor's session only, or everyone. */
public enum Scope {
    SESSION,
    SHARED,
    /** Only read: a scope that a newer version added. Nobody is enrolled into it. */
    UNKNOWN
}

package io.faceline.contracts.identity;

/** Who may see a person: the visitor's session alone, or everyone. */
public enum Scope {
    SESSION,
    SHARED
}

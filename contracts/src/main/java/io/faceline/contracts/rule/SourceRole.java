package io.faceline.contracts.rule;

/** What being seen at a source means, for attendance. */
public enum SourceRole {
    /** Somebody comes in. */
    IN,
    /** Somebody goes out. */
    OUT,
    BOTH,
    /** Only read: one that a newer version added; as {@code BOTH}. */
    UNKNOWN
}

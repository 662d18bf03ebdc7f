package io.faceline.contracts.rule;

/** Whether only a subject's first visit is told. */
public enum FirstOnly {
    NO,
    /** The first of a local date. */
    DAY,
    /** The first since the rule's condition was written. */
    ONCE,
    /** Only read: one that a newer version added; as {@code NO}. */
    UNKNOWN
}

package io.faceline.contracts.rule;

/** How much an alert matters. */
public enum RulePriority {
    LOW,
    NORMAL,
    /** Passes the lids of receivers. */
    HIGH,
    /** Only read: one that a newer version added; as {@code NORMAL}. */
    UNKNOWN
}

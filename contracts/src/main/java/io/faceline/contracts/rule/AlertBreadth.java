package io.faceline.contracts.rule;

/** What has alerts of its own. */
public enum AlertBreadth {
    SOURCE,
    GROUP,
    /** All places of the rule together. */
    EVERYWHERE,
    /** Only read: one that a newer version added. */
    UNKNOWN
}

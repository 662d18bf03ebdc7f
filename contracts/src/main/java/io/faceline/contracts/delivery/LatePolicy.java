package io.faceline.contracts.delivery;

/** What becomes of alerts that are no news any more, as after an outage. */
public enum LatePolicy {
    /** Each is sent. */
    SEND,
    /** They are gathered into one message. */
    DIGEST,
    /** They are in the list alone. */
    DROP,
    /** Only read: one that a newer version added; as {@code SEND}. */
    UNKNOWN
}

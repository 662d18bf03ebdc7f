package io.faceline.contracts.alert;

/** The state of an alert. */
public enum AlertState {
    OPEN,
    /** Final, unless it was corrected and the name comes back. */
    CLOSED,
    /** Only read: a state that a newer version added. */
    UNKNOWN
}

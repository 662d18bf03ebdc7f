package io.faceline.contracts.alert;

/** What a revision of an alert has that the one before had not. */
public enum AlertNews {
    OPENED,
    /** The name that was taken back is there again. */
    REOPENED,
    /** An uncertain or unknown face has a name. */
    NAME_SURER,
    /** It is somebody else, or nobody known. */
    NAME_CORRECTED,
    /** The subject has a further track. */
    TRACK_JOINED,
    /** A further level of seconds in view is reached. */
    LEVEL,
    BETTER_SHOT,
    ACKNOWLEDGED,
    MUTED,
    /** The mute is over, and the alert still open. */
    UNMUTED,
    COUNT,
    /** Nobody has acknowledged it. */
    REMINDER,
    /** Who was absent has come. */
    ARRIVED,
    /** The rule has another name, priority or condition, and still holds. */
    RULE,
    CLOSED,
    ERASED,
    /** Only read: one that a newer version added. */
    UNKNOWN
}

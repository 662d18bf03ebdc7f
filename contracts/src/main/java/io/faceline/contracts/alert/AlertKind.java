package io.faceline.contracts.alert;

/** What an alert says. */
public enum AlertKind {
    /** Somebody known is in view. */
    APPEARED,
    /** Somebody unknown is in view. */
    UNKNOWN_PERSON,
    /** More unknown people than are told one by one. */
    CROWD,
    /** Somebody known and others are in view together. */
    TOGETHER,
    /** Somebody was not seen by a time. */
    ABSENT,
    /** Nobody can say whether somebody was there by a time: cameras or the pipeline were down. */
    CANNOT_TELL,
    /** A camera is not live. */
    CAMERA_DOWN,
    /** Only read: a kind that a newer version added. */
    UNKNOWN
}

package io.faceline.contracts.face;

/** A reason for a less certain decision. */
public enum Reason {
    SMALL_FACE,
    LOW_SHARPNESS,
    EXTREME_POSE,
    LOW_BRIGHTNESS,
    LOW_CONFIDENCE,
    BELOW_THRESHOLD,
    AMBIGUOUS_MARGIN,
    STALE_GALLERY,
    /** Another person with the same name is as similar; one of the two may be a duplicate. */
    SAME_NAME,
    /** Only read: a reason that a newer version added. */
    UNKNOWN
}

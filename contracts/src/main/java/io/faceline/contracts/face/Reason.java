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
    /** The face, or both it and the reference it resembles, is too poor to tell people apart. */
    UNRECOGNISABLE,
    /** The face resembles many people of the gallery, so that resembling one of them says little. */
    MANY_SIMILAR,
    /** Only read: a reason that a newer version added. */
    UNKNOWN
}

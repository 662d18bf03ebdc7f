package io.faceline.contracts.face;

/** Why a decision is not surer than it is. */
public enum Reason {
    SMALL_FACE,
    LOW_SHARPNESS,
    EXTREME_POSE,
    LOW_BRIGHTNESS,
    LOW_CONFIDENCE,
    BELOW_THRESHOLD,
    AMBIGUOUS_MARGIN,
    STALE_GALLERY
}

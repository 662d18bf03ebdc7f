package io.faceline.contracts.frame;

/** Why a frame was dropped. */
public enum DropReason {
    /** A newer frame of the same live source replaced it. */
    REPLACED_BY_NEWER,
    /** A camera's frame waited too long for the detector. */
    STALE,
    /** A camera sent more frames a second than one camera may. */
    TOO_MANY_FRAMES,
    /** Nothing moved in a camera's picture since the frame before it. */
    STILL,
    /** Its job was cancelled. */
    CANCELLED,
    /** Only read: a reason that a newer version added. */
    UNKNOWN
}

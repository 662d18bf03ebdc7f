package io.faceline.contracts.frame;

/** Why a frame was dropped. */
public enum DropReason {
    /** A newer frame of the same live source replaced it. */
    REPLACED_BY_NEWER,
    /** Its job was cancelled. */
    CANCELLED
}

package io.faceline.contracts.frame;

/** Why a frame was given up on purpose. */
public enum DropReason {
    /** A newer frame of the same live source took its place. */
    REPLACED_BY_NEWER,
    /** Its job was cancelled. */
    CANCELLED
}

package io.faceline.contracts.person;

/** Why a photo was not enrolled. */
public enum Rejection {
    NO_FACE,
    SEVERAL_FACES,
    SMALL_FACE,
    LOW_SHARPNESS,
    EXTREME_POSE,
    LOW_BRIGHTNESS,
    LOW_CONFIDENCE,
    /** The face matches somebody who is enrolled under another name. */
    ENROLLED_AS_ANOTHER,
    /** The person was deleted; a replay must not bring anyone back. */
    PERSON_DELETED,
    /** This very photo was deleted; a replay must not bring it back. */
    PHOTO_DELETED,
    /** The session holds as many references as it may. */
    SESSION_FULL,
    /** The photo itself failed; the outcome says why. */
    UNREADABLE,
    /** The shared gallery did not take the reference in time; send it again. */
    GALLERY_UNAVAILABLE
}

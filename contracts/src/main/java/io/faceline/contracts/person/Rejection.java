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
    /** The face matches a person who is enrolled under a different name. */
    ENROLLED_AS_ANOTHER,
    /** The person was deleted; a replay must not restore them. */
    PERSON_DELETED,
    /** The photo was deleted; a replay must not restore it. */
    PHOTO_DELETED,
    /** The session has reached its maximum number of references. */
    SESSION_FULL,
    /** The photo could not be processed; the outcome says why. */
    UNREADABLE,
    /** The shared gallery did not confirm the reference in time; the client should retry. */
    GALLERY_UNAVAILABLE,
    /** The face is hard to recognise, and would be a poor reference; the client may insist. */
    POOR_FACE,
    /** The face cannot be recognised at all. */
    UNRECOGNISABLE,
    /** Only read: a reason that a newer version added. */
    UNKNOWN
}

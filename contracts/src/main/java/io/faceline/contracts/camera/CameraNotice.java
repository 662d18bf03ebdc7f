package io.faceline.contracts.camera;

/** What is unusual about a camera that is otherwise fine. */
public enum CameraNotice {
    /** No key frame has come yet, without which nothing can be decoded. */
    WAITS_FOR_KEY_FRAME,
    /** The picture has not changed at all for a minute. */
    UNCHANGED,
    /** The picture has one colour, as of a camera that is not connected to its recorder. */
    ONE_COLOUR,
    /** Many pictures arrive damaged. */
    WEAK_LINK,
    /** Pictures have no colour, as at night by infrared light. */
    GREY,
    /** Parts of the picture that always change no longer open the motion gate. */
    MOTION_LEARNED,
    /** Another instance may still hold the camera's only connection. */
    MAYBE_TAKEN,
    /** This machine answers fewer frames than are taken. */
    OVERLOADED,
    /** Only read: a notice that a newer version added. */
    UNKNOWN
}

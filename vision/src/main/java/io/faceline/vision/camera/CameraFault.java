package io.faceline.vision.camera;

/** What is wrong with a camera. */
public enum CameraFault {
    /** Nobody answers, or there is no such stream. */
    UNREACHABLE,
    /** The camera refuses the user name and the password, or showed another certificate. Trying again may lock the account. */
    UNAUTHORIZED,
    /** What it sends cannot be decoded. */
    UNDECODABLE,
    /** No picture has come for too long. */
    FROZEN,
    /** The stream ended, or the connection broke. */
    ENDED,
    /** The decoder's process ended. */
    CRASHED
}

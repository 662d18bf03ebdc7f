package io.faceline.contracts.camera;

/** What a camera does. */
public enum CameraCondition {
    /** It is being opened, or has sent no whole picture yet. */
    CONNECTING,
    /** Pictures arrive. */
    LIVE,
    /** The connection is open, and no picture has arrived for some seconds. */
    FROZEN,
    /** It cannot be reached, or sends no stream. */
    UNREACHABLE,
    /** It refuses the user name and the password, or showed another certificate. */
    UNAUTHORIZED,
    /** What it sends is no picture that can be decoded. */
    UNDECODABLE,
    /** It is not read at this time of day. */
    OUTSIDE_HOURS,
    /** It is switched off. */
    DISABLED,
    /** Only read: a state that a newer version added. */
    UNKNOWN
}

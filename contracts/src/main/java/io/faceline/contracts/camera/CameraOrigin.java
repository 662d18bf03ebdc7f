package io.faceline.contracts.camera;

/** Who defined a camera. */
public enum CameraOrigin {
    /** The page or the API, which may change it. */
    API,
    /** The file of {@code faceline up --cameras}, which alone may change it. */
    FILE,
    /** Only read: an origin that a newer version added. */
    UNKNOWN
}

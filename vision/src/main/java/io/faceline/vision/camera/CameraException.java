package io.faceline.vision.camera;

import java.util.Optional;

/** Why a camera cannot be read any longer, in words for an admin that contain no credentials. */
public final class CameraException extends Exception {
    private static final long serialVersionUID = 1;

    private final CameraFault fault;
    private final String redirectedTo;

    public CameraException(CameraFault fault, String reason) {
        this(fault, reason, "");
    }

    private CameraException(CameraFault fault, String reason, String redirectedTo) {
        super(reason);
        this.fault = fault;
        this.redirectedTo = redirectedTo;
    }

    /** @param address where the camera sent its reader, without credentials; it was not followed */
    public static CameraException redirected(String reason, String address) {
        return new CameraException(CameraFault.UNREACHABLE, reason, address);
    }

    public CameraFault fault() {
        return fault;
    }

    /** Where the camera sent its reader. */
    public Optional<String> redirectedTo() {
        return redirectedTo.isEmpty() ? Optional.empty() : Optional.of(redirectedTo);
    }
}

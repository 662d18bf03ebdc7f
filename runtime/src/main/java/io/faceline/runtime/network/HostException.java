package io.faceline.runtime.network;

/** A host that is unknown, or must not be connected to. The message is for users. */
public final class HostException extends Exception {
    private static final long serialVersionUID = 1;

    HostException(String message) {
        super(message);
    }
}

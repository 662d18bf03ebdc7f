package io.faceline.api.changes;

/** A change was made, but its writes cannot be read yet. */
public final class NotYetVisibleException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotYetVisibleException() {
        super("the change was made, but is not visible yet; look again in a moment");
    }
}

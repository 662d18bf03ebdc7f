package io.faceline.matcher.change;

/** A change that cannot be made; the message says why and what to do. */
final class ChangeRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    ChangeRefused(String message) {
        super(message);
    }
}

package io.faceline.matcher.change;

/** A change was rejected. The message says why and what to do. */
final class ChangeRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    ChangeRefused(String message) {
        super(message);
    }
}

package io.faceline.matcher.change;

/** A change that cannot be applied. The message names the reason and the remedy. */
final class ChangeRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    ChangeRefused(String message) {
        super(message);
    }

    static void require(boolean valid, String message) {
        if (!valid) {
            throw new ChangeRefused(message);
        }
    }
}

package io.faceline.delivery.webhook;

/** A secret that cannot be used. The message is for users and does not contain it. */
final class SecretException extends Exception {
    private static final long serialVersionUID = 1;

    SecretException(String message) {
        super(message);
    }
}

package io.faceline.alerting.definition;

import io.faceline.contracts.delivery.ReceiverId;

/** Encrypts what people type, for one receiver. */
@FunctionalInterface
public interface SecretSealer {
    /** For who has no key: nothing may be typed. */
    SecretSealer NONE = (receiver, text) -> {
        throw new IllegalArgumentException("it cannot stand here: write FACELINE_SECRET_NAME=… into the environment, or"
                + " NAME=… into the file FACELINE_SECRETS_FILE, and \"secret: NAME\" here");
    };

    /**
     * @return the encrypted text
     * @throws RuntimeException that says why it cannot; an IllegalArgumentException is of the field
     */
    String seal(ReceiverId receiver, String text);
}

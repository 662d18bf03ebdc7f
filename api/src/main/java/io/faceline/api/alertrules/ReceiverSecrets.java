package io.faceline.api.alertrules;

import io.faceline.alerting.definition.SecretSealer;
import io.faceline.contracts.delivery.ReceiverId;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.secrets.SecretBox;
import java.util.Optional;

/** Encrypts secrets of receivers, each for its receiver, so that it cannot be read in another. */
final class ReceiverSecrets implements SecretSealer {
    private final Optional<SecretBox> box;

    /** @param box empty if the installation has no key */
    ReceiverSecrets(Optional<SecretBox> box) {
        this.box = box;
    }

    @Override
    public String seal(ReceiverId receiver, String text) {
        return box.orElseThrow(() -> new ProblemException(
                        409,
                        "NO_SECRET_KEY",
                        "secrets are kept encrypted, for which the server has no key: start api and alert-delivery with"
                                + " the same " + SecretBox.SETTING
                                + ", which openssl rand -base64 32 makes, or give the"
                                + " name of a secret instead"))
                .seal(text, receiver.value());
    }
}

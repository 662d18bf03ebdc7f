package io.faceline.delivery.webhook;

import io.faceline.contracts.Blob;
import io.faceline.contracts.delivery.ReceiverId;
import io.faceline.contracts.delivery.ReceiverTarget;
import io.faceline.contracts.delivery.StoredSecret;
import io.faceline.runtime.secrets.StoredSecrets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Finds the keys of signatures. Thread-safe. */
final class WebhookSecrets {
    private static final String PREFIX = "whsec_";
    private static final int MIN_BYTES = 16;

    private final StoredSecrets secrets;

    WebhookSecrets(StoredSecrets secrets) {
        this.secrets = secrets;
    }

    /** @throws SecretException if one is missing: an unsigned message would be refused, and nobody would know why */
    List<Blob> of(ReceiverId receiver, ReceiverTarget.Webhook webhook) throws SecretException {
        var keys = new ArrayList<Blob>();
        for (var secret : webhook.secrets()) {
            keys.add(key(receiver, secret));
        }
        return keys;
    }

    private Blob key(ReceiverId receiver, StoredSecret secret) throws SecretException {
        var text = secrets.find(secret.secret(), secret.encrypted(), receiver.value())
                .orElseThrow(() -> new SecretException(StoredSecrets.reason(secret.secret())));
        try {
            var bytes = Base64.getDecoder().decode(text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text);
            if (bytes.length < MIN_BYTES) {
                throw new SecretException("The secret of the webhook is too short: it needs at least 16 bytes");
            }
            return Blob.wrap(bytes);
        } catch (IllegalArgumentException e) {
            throw new SecretException("The secret of the webhook must be whsec_ and base64");
        }
    }
}

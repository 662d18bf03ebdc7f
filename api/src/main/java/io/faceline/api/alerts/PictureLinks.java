package io.faceline.api.alerts;

import io.faceline.alerting.message.PictureLink;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.delivery.ReceiverId;
import io.faceline.runtime.secrets.SecretBox;
import java.time.Instant;
import java.util.Optional;

/** Checks the links to pictures that receivers get, which alert-delivery signs. Thread-safe. */
@FunctionalInterface
public interface PictureLinks {
    /** Without a key, as which no link is right. */
    PictureLinks NONE = (alert, receiver, expires, signature) -> false;

    /** Whether the signature is of this alert, receiver and time, whether that is over or not. Takes as long for a wrong one. */
    boolean isSigned(AlertId alert, ReceiverId receiver, Instant expires, String signature);

    /** @param box has the key of the installation; empty without one */
    static PictureLinks of(Optional<SecretBox> box) {
        return box.map(key -> of(new PictureLink(key.derived(PictureLink.PURPOSE))))
                .orElse(NONE);
    }

    private static PictureLinks of(PictureLink link) {
        return (alert, receiver, expires, signature) ->
                link.verify(alert, receiver, expires.getEpochSecond(), signature, expires.minusSeconds(1));
    }
}

package io.faceline.api.alerts;

import io.faceline.contracts.alert.AlertId;
import java.time.Instant;

/** Checks the links to pictures that receivers get, which alert-delivery signs. Thread-safe. */
@FunctionalInterface
public interface PictureLinks {
    /** Without a key, as which no link is right. */
    PictureLinks NONE = (alert, receiver, expires, signature) -> false;

    /** Whether the signature is of this alert, receiver and time. Must take as long for a wrong one. */
    boolean isSigned(AlertId alert, String receiver, Instant expires, String signature);
}

package io.faceline.api.alertrules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** A key that was made for a receiver, which is shown once. */
final class SigningKey {
    private static final String GENERATE = "generateSigningKey";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Optional<String> text;

    private SigningKey(Optional<String> text) {
        this.text = text;
    }

    /** Makes a key if the target asks for one, and writes it there. */
    static SigningKey fill(ObjectNode receiver) {
        if (!(receiver.path("target") instanceof ObjectNode target)
                || !target.path(GENERATE).asBoolean()
                || target.hasNonNull("signingKey")) {
            return new SigningKey(Optional.empty());
        }
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        var key = "whsec_" + Base64.getEncoder().encodeToString(bytes);
        target.remove(GENERATE);
        target.put("signingKey", key);
        return new SigningKey(Optional.of(key));
    }

    ObjectNode shownIn(ObjectNode view) {
        text.ifPresent(key -> view.put("signingKey", key));
        return view;
    }

    /** Omits the key, so that it never appears in a log. */
    @Override
    public String toString() {
        return "SigningKey[…]";
    }
}

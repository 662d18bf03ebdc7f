package io.faceline.web.access;

import io.faceline.contracts.identity.SessionId;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a visitor shows to be that visitor: 256 random bits. Whoever has it has the session, so that it stands in the
 * cookie or the Authorization header alone, and never in an address, a record or a log.
 */
public final class SessionSecret {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final String PREFIX = "fls_";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");

    private final String text;

    private SessionSecret(String text) {
        this.text = text;
    }

    /** A new one, and with it a new session: the services keep no list of secrets. */
    public static SessionSecret create() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new SessionSecret(
                PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Nothing where the text has not the form of a secret: nobody may choose one that could be guessed. */
    public static Optional<SessionSecret> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new SessionSecret(text)) : Optional.empty();
    }

    public SessionId session() {
        return SessionId.ofSecret(text);
    }

    /** For the visitor alone. */
    public String reveal() {
        return text;
    }

    /** Says nothing, so that no log ever does. */
    @Override
    public String toString() {
        return "SessionSecret[…]";
    }
}

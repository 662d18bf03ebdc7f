package io.faceline.web.access;

import io.faceline.contracts.identity.SessionId;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The bearer secret of a session: 256 random bits. It grants access to the session, so it appears only in the cookie or
 * the Authorization header, and never in a URL, a record or a log.
 */
public final class SessionSecret {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final String PREFIX = "fls_";
    private static final Pattern FORMAT = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");

    private final String text;

    private SessionSecret(String text) {
        this.text = text;
    }

    /** Creates a secret, and thereby a new session: the services store no secrets. */
    public static SessionSecret create() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new SessionSecret(
                PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Parses a secret; empty if the format is wrong, which prevents clients from choosing a guessable one. */
    public static Optional<SessionSecret> parse(String text) {
        return FORMAT.matcher(text).matches() ? Optional.of(new SessionSecret(text)) : Optional.empty();
    }

    public SessionId session() {
        return SessionId.ofSecret(text);
    }

    /** The secret, for the visitor only. */
    public String reveal() {
        return text;
    }

    /** Omits the secret, so that it never appears in a log. */
    @Override
    public String toString() {
        return "SessionSecret[…]";
    }
}

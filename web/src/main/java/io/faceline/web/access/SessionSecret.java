package io.faceline.web.access;

import io.faceline.contracts.identity.SessionId;

/**
 * The bearer secret of a session, made and proven by a {@link SessionKey}. It grants access to the session, so it appears
 * only in the cookie or the Authorization header, and never in a URL, a record or a log.
 */
public final class SessionSecret {
    private final String text;

    SessionSecret(String text) {
        this.text = text;
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

package io.faceline.contracts.identity;

import io.faceline.contracts.Checks;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The public id of a session: the SHA-256 of the visitor's secret. Not a credential; records may contain it. */
public record SessionId(String value) {
    /** The reserved session of all changes to the shared gallery. */
    public static final SessionId SHARED = new SessionId("shared");

    public SessionId {
        Checks.id("session id", value);
    }

    public static SessionId ofSecret(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return new SessionId(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK provides SHA-256", e);
        }
    }

    public boolean isShared() {
        return equals(SHARED);
    }

    @Override
    public String toString() {
        return value;
    }
}

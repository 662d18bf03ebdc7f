package io.faceline.contracts.identity;

import io.faceline.contracts.Checks;
import io.faceline.contracts.Sha256;
import java.util.Optional;

/** The public id of a session: the SHA-256 of the visitor's secret. Not a credential; records may contain it. */
public record SessionId(String value) {
    /** The reserved session of all changes to the shared gallery. */
    public static final SessionId SHARED = new SessionId("shared");

    /** The prefix of the sessions of cameras, which do not expire. The sessions of visitors are hashes. */
    public static final String CAMERA_PREFIX = "camera:";

    public SessionId {
        Checks.id("session id", value);
    }

    public static SessionId ofSecret(String secret) {
        return new SessionId(Sha256.hex(secret));
    }

    /** The session of this id; empty if the text is no id. For keys of records, which anyone may write. */
    public static Optional<SessionId> parse(String text) {
        return Checks.isId(text) ? Optional.of(new SessionId(text)) : Optional.empty();
    }

    public boolean isShared() {
        return equals(SHARED);
    }

    public boolean isCamera() {
        return value.startsWith(CAMERA_PREFIX);
    }

    @Override
    public String toString() {
        return value;
    }
}

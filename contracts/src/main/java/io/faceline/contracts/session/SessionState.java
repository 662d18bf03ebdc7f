package io.faceline.contracts.session;

import io.faceline.contracts.identity.SessionId;
import java.time.Instant;

/** An active session: topic {@code sessions}. A tombstone means that it ended or expired. */
public record SessionState(SessionId id, Instant lastSeen) {}

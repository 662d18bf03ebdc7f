package io.faceline.contracts.session;

import io.faceline.contracts.identity.SessionId;
import java.time.Instant;

/** A session that lives: {@code sessions}. Its tombstone says that it ended or expired. */
public record SessionState(SessionId id, Instant lastSeen) {}

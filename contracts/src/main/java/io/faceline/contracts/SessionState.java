package io.faceline.contracts;

import java.time.Instant;

/** A session that lives: {@code sessions}. Its tombstone says that it ended or expired. */
public record SessionState(SessionId id, Instant lastSeen) {}

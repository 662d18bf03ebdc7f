package io.faceline.contracts.session;

import io.faceline.contracts.identity.SessionId;
import java.time.Instant;

/**
 * An active session: topic {@code sessions}. A tombstone means that it ended or expired; a {@link SessionMark} tells for
 * how long that counts.
 *
 * @param lastSeen later than now while one of its videos is kept
 */
public record SessionState(SessionId id, Instant lastSeen) {}

package io.faceline.web.access;

import io.faceline.contracts.identity.SessionId;
import io.faceline.runtime.http.ProblemException;

/** The sessions that ended or expired, whose secrets are worth nothing any more. Thread-safe. */
@FunctionalInterface
public interface EndedSessions {
    /** @throws ProblemException 503 while it is not known yet */
    boolean hasEnded(SessionId session);

    /** What a request of a session that has ended is told, if it was accepted before. */
    static ProblemException refusal() {
        return new ProblemException(
                401, "SESSION_ENDED", "the session has ended: create a new one with POST /api/v1/sessions");
    }
}

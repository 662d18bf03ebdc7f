package io.faceline.web.access;

import io.faceline.contracts.identity.SessionId;
import io.faceline.runtime.http.ProblemException;

/** Knows the ended sessions once the service that reads them is open, for filters that are made before. Thread-safe. */
public final class LateEndedSessions implements EndedSessions {
    private volatile EndedSessions known = LateEndedSessions::notYet;

    /** Asks this from now on. */
    public void become(EndedSessions sessions) {
        known = sessions;
    }

    @Override
    public boolean hasEnded(SessionId session) {
        return known.hasEnded(session);
    }

    private static boolean notYet(SessionId session) {
        throw new ProblemException(503, "NOT_READY", "this server is starting: try again in a moment");
    }
}

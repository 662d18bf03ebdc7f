package io.faceline.ingest.video;

import io.faceline.contracts.identity.SessionId;
import io.faceline.runtime.http.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How many videos may come in at a time: each keeps a thread. Safe for all threads. */
final class UploadSlots {
    private static final int PLACES = 16;
    private static final int PLACES_OF_A_SESSION = 4;

    /** What may end until somebody asks again. */
    private static final Duration AN_UPLOAD = Duration.ofSeconds(10);

    private static final Duration A_JOB = Duration.ofSeconds(30);

    private final int maxJobs;
    // Guarded by this.
    private final List<SessionId> taken = new ArrayList<>();

    /** To be given back. */
    interface Slot extends AutoCloseable {
        @Override
        void close();
    }

    /** @param maxJobs of a session that are unfinished */
    UploadSlots(int maxJobs) {
        this.maxJobs = maxJobs;
    }

    /**
     * @param unfinished how many jobs the session has already
     * @throws ProblemException when there is no slot, or the session has enough
     */
    synchronized Slot take(SessionId session, long unfinished) {
        var ofSession = Collections.frequency(taken, session);
        if (unfinished + ofSession >= maxJobs) {
            throw later("TOO_MANY_JOBS", A_JOB, "a session may have " + maxJobs + " unfinished jobs: wait for one");
        }
        if (taken.size() >= PLACES || ofSession >= PLACES_OF_A_SESSION) {
            throw later(
                    "TOO_MANY_UPLOADS",
                    AN_UPLOAD,
                    "at a time this server takes " + PLACES + " videos, of a session " + PLACES_OF_A_SESSION);
        }
        taken.add(session);
        return () -> giveBack(session);
    }

    private synchronized void giveBack(SessionId session) {
        taken.remove(session);
    }

    private static ProblemException later(String code, Duration wait, String detail) {
        return ProblemException.later(429, code, detail, wait);
    }
}

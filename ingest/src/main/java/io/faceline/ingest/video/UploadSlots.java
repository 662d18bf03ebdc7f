package io.faceline.ingest.video;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.faceline.contracts.identity.SessionId;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.address.AddressSettings;
import io.faceline.runtime.http.address.AddressShares;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Limits concurrent uploads, each of which occupies a thread. Thread-safe. */
final class UploadSlots {
    private static final int MAX_UPLOADS = 16;
    private static final int MAX_UPLOADS_PER_SESSION = 4;

    /** Retry delays: the time in which an upload or a job is likely to end. */
    private static final Duration UPLOAD_RETRY = Duration.ofSeconds(10);

    private static final Duration JOB_RETRY = Duration.ofSeconds(30);

    private final int maxJobs;
    private final AddressShares slots;

    @GuardedBy("this")
    private final List<SessionId> inUse = new ArrayList<>();

    /** A slot, released on close. */
    interface Slot extends AutoCloseable {
        @Override
        void close();
    }

    /** @param maxJobs maximum unfinished jobs of a session */
    UploadSlots(int maxJobs, AddressSettings addresses) {
        this.maxJobs = maxJobs;
        this.slots = addresses.shares(MAX_UPLOADS);
    }

    /**
     * @param address of the client
     * @param unfinished number of unfinished jobs of the session
     * @throws ProblemException when no slot is free or the session is at its limit
     */
    synchronized Slot acquire(String address, SessionId session, long unfinished) {
        var usedBySession = Collections.frequency(inUse, session);
        if (unfinished + usedBySession >= maxJobs) {
            throw later(
                    "TOO_MANY_JOBS",
                    JOB_RETRY,
                    "a session may have at most " + maxJobs + " unfinished jobs: wait until one ends");
        }
        if (usedBySession >= MAX_UPLOADS_PER_SESSION || !slots.take(address)) {
            throw later(
                    "TOO_MANY_UPLOADS",
                    UPLOAD_RETRY,
                    "this server accepts at most " + MAX_UPLOADS + " videos at a time, " + MAX_UPLOADS_PER_SESSION
                            + " per session, of which each address has a share");
        }
        inUse.add(session);
        return () -> release(address, session);
    }

    private synchronized void release(String address, SessionId session) {
        inUse.remove(session);
        slots.release(address);
    }

    private static ProblemException later(String code, Duration retryAfter, String detail) {
        return ProblemException.later(429, code, detail, retryAfter);
    }
}

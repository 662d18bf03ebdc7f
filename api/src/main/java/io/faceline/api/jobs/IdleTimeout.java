package io.faceline.api.jobs;

import java.time.Duration;

/** Detects that missing frames of a job will not arrive any more, because they expired or were lost. Not thread-safe. */
public final class IdleTimeout {
    /** Longer than a reader waits for missing embeddings. */
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private long since = System.nanoTime();

    /** Restarts the timeout after a frame has arrived. */
    public void reset() {
        since = System.nanoTime();
    }

    /** Whether the timeout has passed. It never passes while the reader has not caught up. */
    public boolean hasExpired(JobFrames frames) {
        if (!frames.isCaughtUp()) {
            reset();
        }
        return System.nanoTime() - since > TIMEOUT.toNanos();
    }
}

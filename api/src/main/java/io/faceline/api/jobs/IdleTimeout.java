package io.faceline.api.jobs;

import java.time.Duration;

/** Tells when frames that a job counts will not come any more: they expired, or there is a mistake. Of one thread. */
public final class IdleTimeout {
    /** Longer than a reader waits for embeddings that do not come. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private long since = System.nanoTime();

    /** A frame came. */
    public void broken() {
        since = System.nanoTime();
    }

    /** A reader that has not yet read what there was when it began may be silent for as long as it likes. */
    public boolean isFinal(JobFrames frames) {
        if (!frames.isCaughtUp()) {
            broken();
        }
        return System.nanoTime() - since > PATIENCE.toNanos();
    }
}

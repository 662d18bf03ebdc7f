package io.faceline.cli.command;

import io.faceline.standalone.pipeline.Pipeline;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C while a command runs: it sends no more, and everything stays up until it has said what it found so far. */
public final class Interruption {
    /** Enough for the few frames under way. */
    private static final long PATIENCE_SECONDS = 20;

    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile boolean requested;

    public static Interruption of(Pipeline pipeline) {
        var interruption = new Interruption();
        pipeline.whenInterrupted(interruption::interrupt);
        return interruption;
    }

    private void interrupt() {
        requested = true;
        try {
            var unused = finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean isRequested() {
        return requested;
    }

    /** The command has said all it has to say. */
    public void finished() {
        finished.countDown();
    }
}

package io.faceline.cli.command;

import io.faceline.standalone.pipeline.Pipeline;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Handles Ctrl-C: the command stops sending, and the process stays up until it has written the results so far. */
public final class Interruption {
    /** Enough for the few frames in flight. */
    private static final long TIMEOUT_SECONDS = 20;

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
            var unused = finished.await(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean isRequested() {
        return requested;
    }

    /** The command has written its results. */
    public void finished() {
        finished.countDown();
    }

    /** After Ctrl-C, ends the process as done: otherwise a signal would have ended it. Call it when all else is closed. */
    public void endProcess(int exitCode) {
        if (requested) {
            Runtime.getRuntime().halt(exitCode);
        }
    }
}

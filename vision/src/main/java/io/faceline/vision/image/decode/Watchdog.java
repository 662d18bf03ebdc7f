package io.faceline.vision.image.decode;

import io.faceline.vision.process.IsolatedJvm;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kills a decoder process that takes too long, which ends the reading of its answer as well. On a machine that is busy
 * with other things a process may take three times as long, unless it has had its share of processor time.
 */
final class Watchdog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

    /** Time on the clock for each second of the processor's. */
    static final int PATIENCE = 3;

    private static final int LOOKS = 4;
    private static final ScheduledThreadPoolExecutor CLOCK = clock();

    private final Process process;
    private final List<ProcessHandle> family;
    private final Duration allowed;
    private final Duration processorTimeBefore;
    private final long start = System.nanoTime();
    private boolean isOver;
    private boolean hasKilled;

    private Watchdog(Process process, List<ProcessHandle> family, Duration allowed) {
        this.process = process;
        this.family = family;
        this.allowed = allowed;
        this.processorTimeBefore = IsolatedJvm.processorTime(family);
    }

    /**
     * Watches until it is closed.
     *
     * @param family the process and its descendants, whose processor time counts
     */
    static Watchdog over(Process process, List<ProcessHandle> family, Duration allowed) {
        var watchdog = new Watchdog(process, family, allowed);
        watchdog.lookAfter(allowed);
        return watchdog;
    }

    private void lookAfter(Duration time) {
        var unused = CLOCK.schedule(this::look, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void look() {
        if (isOver) {
            return;
        }
        if (isTooLong()) {
            LOG.warn("event=decoder_killed pid={} seconds={}", process.pid(), passed().toSeconds());
            hasKilled = true;
            process.destroyForcibly();
        } else {
            lookAfter(allowed.dividedBy(LOOKS));
        }
    }

    private boolean isTooLong() {
        return passed().compareTo(allowed.multipliedBy(PATIENCE)) >= 0
                || IsolatedJvm.processorTime(family).minus(processorTimeBefore).compareTo(allowed) >= 0;
    }

    private Duration passed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    synchronized boolean hasKilled() {
        return hasKilled;
    }

    @Override
    public synchronized void close() {
        isOver = true;
    }

    private static ScheduledThreadPoolExecutor clock() {
        var clock = new ScheduledThreadPoolExecutor(1, task -> {
            var thread = new Thread(task, "decoder-watchdog");
            thread.setDaemon(true);
            return thread;
        });
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }
}

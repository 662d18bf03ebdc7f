package io.faceline.runtime.store;

import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Ends transactions for those who wait for their writes: at once after a pause, otherwise all that were asked for within a
 * moment together. A transaction takes ten times as long as a change: one for each of a thousand changes would make the
 * photos of others wait for seconds. Confined to the task thread.
 */
public final class PacedCommits {
    private final ProcessorContext<?, ?> context;
    private final Duration interval;
    private long lastMillis;
    private boolean isRequested;

    private PacedCommits(ProcessorContext<?, ?> context, Duration interval) {
        this.context = context;
        this.interval = interval;
    }

    /**
     * While the task is initialised.
     *
     * @param interval at least so long after a commit is the next
     */
    public static PacedCommits start(ProcessorContext<?, ?> context, Duration interval) {
        var commits = new PacedCommits(context, interval);
        context.schedule(interval, PunctuationType.WALL_CLOCK_TIME, now -> commits.commitIfDue());
        return commits;
    }

    /** Ends the transaction now or within the interval. */
    public void request() {
        isRequested = true;
        commitIfDue();
    }

    private void commitIfDue() {
        var now = context.currentSystemTimeMs();
        // A clock that was set back must not hold commits up.
        var isDue = now < lastMillis || now - lastMillis >= interval.toMillis();
        if (isRequested && isDue) {
            isRequested = false;
            lastMillis = now;
            context.commit();
        }
    }
}

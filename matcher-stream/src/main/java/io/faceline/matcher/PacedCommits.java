package io.faceline.matcher;

import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Ends transactions for those who wait for their writes: at once after a pause, otherwise all that were asked for within a
 * moment together. A transaction takes ten times as long as a change: one for each of a thousand changes would make the
 * photos of others wait for seconds. Confined to the task thread.
 */
final class PacedCommits {
    static final Duration INTERVAL = Duration.ofMillis(100);

    private final ProcessorContext<?, ?> context;
    private long lastMillis;
    private boolean isRequested;

    private PacedCommits(ProcessorContext<?, ?> context) {
        this.context = context;
    }

    /** While the task is initialised. */
    static PacedCommits start(ProcessorContext<?, ?> context) {
        var commits = new PacedCommits(context);
        context.schedule(INTERVAL, PunctuationType.WALL_CLOCK_TIME, now -> commits.commitIfDue());
        return commits;
    }

    /** Ends the transaction now or within {@link #INTERVAL}. */
    void request() {
        isRequested = true;
        commitIfDue();
    }

    private void commitIfDue() {
        var now = context.currentSystemTimeMs();
        // A clock that was set back must not hold commits up.
        var isDue = now < lastMillis || now - lastMillis >= INTERVAL.toMillis();
        if (isRequested && isDue) {
            isRequested = false;
            lastMillis = now;
            context.commit();
        }
    }
}

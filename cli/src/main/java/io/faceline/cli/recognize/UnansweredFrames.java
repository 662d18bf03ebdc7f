package io.faceline.cli.recognize;

import io.faceline.runtime.concurrent.ConditionMonitor;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The frames of a video that were sent and not answered yet. Thread-safe. */
final class UnansweredFrames {
    private final AtomicLong count = new AtomicLong();
    private final ConditionMonitor changes = new ConditionMonitor();

    void sent() {
        count.incrementAndGet();
    }

    void answered() {
        count.decrementAndGet();
        changes.announce();
    }

    /** @throws io.faceline.runtime.concurrent.WaitTimeoutException when that takes longer */
    void await(Duration timeout) {
        changes.await(() -> count.get() == 0, timeout, "the answers to all frames");
    }
}

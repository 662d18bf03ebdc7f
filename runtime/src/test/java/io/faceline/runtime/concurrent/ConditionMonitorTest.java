package io.faceline.runtime.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ConditionMonitorTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final ConditionMonitor monitor = new ConditionMonitor();
    private final AtomicBoolean state = new AtomicBoolean();

    @Test
    void waitingEnds_conditionIsAnnounced() throws Exception {
        var change = CompletableFuture.runAsync(() -> {
            state.set(true);
            monitor.announce();
        });

        assertThat(monitor.holdsWithin(LONG, state::get)).isTrue();
        monitor.await(state::get, LONG, "a test");
        monitor.await(state::get);
        change.join();
    }

    @Test
    void waitingEnds_timeIsUp() {
        assertThat(monitor.holdsWithin(Duration.ofMillis(1), state::get)).isFalse();
        assertThatThrownBy(() -> monitor.await(state::get, Duration.ofMillis(1), "a test"))
                .isInstanceOf(WaitTimeoutException.class)
                .hasMessage("a test took longer than 1 ms");
    }

    @Test
    void interruptionEndsTheWaiting_andStays() {
        Thread.currentThread().interrupt();

        assertThat(monitor.holdsWithin(LONG, state::get)).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }
}

package io.faceline.runtime.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PendingFuturesTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final PendingFutures pending = new PendingFutures(() -> new IllegalStateException("stopping"));

    @Test
    void future_failsWhenItIsNotCompleteInTime() {
        var waiting = pending.add(new CompletableFuture<String>());

        pending.stop(Duration.ZERO);

        assertThatThrownBy(waiting::join).hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void future_completesDuringTheStop() {
        var answered = pending.add(new CompletableFuture<String>());
        answered.completeOnTimeout("answer", 50, TimeUnit.MILLISECONDS);

        pending.stop(LONG);

        assertThat(answered).isCompletedWithValue("answer");
    }

    @Test
    void future_addedAfterTheStop_failsAtOnce() {
        pending.stop(LONG);

        var late = pending.add(new CompletableFuture<String>());

        assertThatThrownBy(late::join).hasMessageContaining("stopping");
        assertThat(pending.add(CompletableFuture.completedFuture("answer"))).isCompletedWithValue("answer");
    }
}

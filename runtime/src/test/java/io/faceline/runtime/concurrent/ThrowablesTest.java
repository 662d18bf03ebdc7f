package io.faceline.runtime.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ThrowablesTest {
    @Test
    void whatAFutureFailedWith_isTheSameAtEveryStage() {
        var failure = new IllegalStateException("a test");
        var future = new CompletableFuture<String>();
        var itself = new AtomicReference<Throwable>();
        var behind = new AtomicReference<Throwable>();
        var unused = future.whenComplete((value, thrown) -> itself.set(thrown));
        var unusedToo = future.thenApply(value -> value).whenComplete((value, thrown) -> behind.set(thrown));

        future.completeExceptionally(failure);

        assertThat(behind.get()).isInstanceOf(CompletionException.class);
        assertThat(Throwables.ofFuture(itself.get())).isSameAs(failure);
        assertThat(Throwables.ofFuture(behind.get())).isSameAs(failure);
    }

    @Test
    void whatHasNoCause_isItself() {
        var failure = new CompletionException("a test", null);

        assertThat(Throwables.ofFuture(failure)).isSameAs(failure);
    }
}

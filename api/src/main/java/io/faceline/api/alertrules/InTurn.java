package io.faceline.api.alertrules;

import io.faceline.runtime.concurrent.WaitTimeoutException;
import io.faceline.runtime.http.ProblemException;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes changes one at a time, on a thread that may wait for Kafka. Thread-safe. */
final class InTurn {
    private static final Logger LOG = LoggerFactory.getLogger(InTurn.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Executor oneByOne;

    /** @param oneByOne runs one task at a time; rejects tasks beyond its capacity */
    InTurn(Executor oneByOne) {
        this.oneByOne = oneByOne;
    }

    /** Answers the request when the change is made. */
    <T> void change(Context context, Supplier<T> change, Consumer<T> answer) {
        context.future(() -> submitted(change).thenAccept(answer));
    }

    void change(Context context, Runnable change) {
        change(
                context,
                () -> {
                    change.run();
                    return true;
                },
                done -> context.status(204));
    }

    private <T> CompletableFuture<T> submitted(Supplier<T> change) {
        try {
            return CompletableFuture.supplyAsync(() -> inTime(change), oneByOne);
        } catch (RejectedExecutionException e) {
            throw ProblemException.later(
                    503, "BUSY", "too many rules are being changed; try again in a moment", RETRY_AFTER);
        }
    }

    private static <T> T inTime(Supplier<T> change) {
        try {
            return change.get();
        } catch (CompletionException | WaitTimeoutException e) {
            LOG.warn("event=definition_not_written cause=\"{}\"", e.getMessage());
            throw new ProblemException(
                    504, "TIMEOUT", "Kafka did not take the change in time; it may still be made. See /health");
        }
    }
}

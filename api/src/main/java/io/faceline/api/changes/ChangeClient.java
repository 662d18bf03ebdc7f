package io.faceline.api.changes;

import io.faceline.contracts.change.Change;
import io.faceline.contracts.change.ChangeAnswer;
import java.util.concurrent.CompletableFuture;

/** Sends changes to the matcher. Thread-safe. */
@FunctionalInterface
public interface ChangeClient {
    /** Completes with the matcher's answer, which may reject the change, or with a TimeoutException. */
    CompletableFuture<ChangeAnswer> send(Change change);
}

package io.faceline.api.changes;

import io.faceline.contracts.change.Change;
import io.faceline.contracts.change.ChangeAnswer;
import java.util.concurrent.CompletableFuture;

/** Asks the matcher for a change. Safe for all threads. */
@FunctionalInterface
public interface ChangeClient {
    /** The matcher's answer, which may be that the change could not be made; or a TimeoutException when none comes. */
    CompletableFuture<ChangeAnswer> send(Change change);
}

package io.faceline.runtime.concurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** Finds the causes of wrapped exceptions. */
public final class Throwables {
    private static final int MAX_DEPTH = 50;

    private Throwables() {}

    public static Throwable root(Throwable failure) {
        var chain = chain(failure);
        return chain.get(chain.size() - 1);
    }

    public static <T> Optional<T> find(Throwable failure, Class<T> type) {
        return chain(failure).stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /** What a future failed with, whether it is told of it itself or of a stage behind it, which wraps it. */
    public static Throwable ofFuture(Throwable failure) {
        var cause = failure instanceof CompletionException ? failure.getCause() : null;
        return cause == null ? failure : cause;
    }

    private static List<Throwable> chain(Throwable failure) {
        var chain = new ArrayList<Throwable>();
        for (var current = failure; current != null && chain.size() < MAX_DEPTH; current = current.getCause()) {
            chain.add(current);
        }
        return chain;
    }
}

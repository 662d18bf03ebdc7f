package io.faceline.runtime.concurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    private static List<Throwable> chain(Throwable failure) {
        var chain = new ArrayList<Throwable>();
        for (var current = failure; current != null && chain.size() < MAX_DEPTH; current = current.getCause()) {
            chain.add(current);
        }
        return chain;
    }
}

package io.faceline.standalone.pipeline;

import java.util.concurrent.atomic.AtomicInteger;

/** Closes models that several stages share when the last of them has closed. Thread-safe. */
final class ModelUsers {
    private final AtomicInteger users = new AtomicInteger();

    /** Registers a stage; closing the result once ends its use of the models. */
    AutoCloseable add(AutoCloseable analyzer, AutoCloseable embedder) {
        users.incrementAndGet();
        return () -> {
            if (users.decrementAndGet() == 0) {
                analyzer.close();
                embedder.close();
            }
        };
    }
}

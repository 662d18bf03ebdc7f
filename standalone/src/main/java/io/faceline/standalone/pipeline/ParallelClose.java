package io.faceline.standalone.pipeline;

import java.util.List;

/** Closes several things at once: each waits for its own threads, which takes moments that would add up. */
final class ParallelClose {
    private ParallelClose() {}

    /** Returns when all are closed. They must not throw. */
    static void close(List<? extends Runnable> closings) {
        var threads = closings.stream()
                .map(closing -> new Thread(closing, "closing-one-of-several"))
                .toList();
        threads.forEach(Thread::start);
        threads.forEach(ParallelClose::join);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

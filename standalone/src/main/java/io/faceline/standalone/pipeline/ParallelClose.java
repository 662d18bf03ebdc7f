package io.faceline.standalone.pipeline;

import java.util.List;

/** Closes resources in parallel, as each waits for its own threads and the waits would add up. */
final class ParallelClose {
    private ParallelClose() {}

    /** Returns when all are closed. The tasks must not throw. */
    static void close(List<? extends Runnable> tasks) {
        var threads =
                tasks.stream().map(task -> new Thread(task, "parallel-close")).toList();
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

package io.faceline.api.alertrules;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/** An executor that takes no more than so many tasks at a time. Thread-safe. */
final class Bounded {
    private Bounded() {}

    static Executor of(Executor executor, int max) {
        var room = new Semaphore(max);
        return task -> {
            if (!room.tryAcquire()) {
                throw new RejectedExecutionException("there are " + max + " tasks already");
            }
            executor.execute(() -> {
                try {
                    task.run();
                } finally {
                    room.release();
                }
            });
        };
    }
}

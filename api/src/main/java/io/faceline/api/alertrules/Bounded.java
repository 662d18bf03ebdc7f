package io.faceline.api.alertrules;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/** An executor that takes no more than so many tasks at a time. Thread-safe. */
final class Bounded {
    private static final int MAX_WAITING = 100;

    private Bounded() {}

    static Executor of(Executor executor) {
        var room = new Semaphore(MAX_WAITING);
        return task -> {
            if (!room.tryAcquire()) {
                throw new RejectedExecutionException("there are " + MAX_WAITING + " changes already");
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

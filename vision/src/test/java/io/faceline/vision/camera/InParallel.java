package io.faceline.vision.camera;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Watches several cameras at a time, since most of it is waiting. */
final class InParallel {
    private InParallel() {}

    /** What is done for each of them. */
    @FunctionalInterface
    interface Work<T, R> {
        R of(T subject) throws Exception;
    }

    /** The results in the order of the subjects. */
    static <T, R> List<R> each(int atATime, List<T> subjects, Work<T, R> work) throws Exception {
        var threads = Executors.newFixedThreadPool(atATime);
        try {
            var waiting = new ArrayList<Future<R>>();
            for (var subject : subjects) {
                waiting.add(threads.submit(() -> work.of(subject)));
            }
            var results = new ArrayList<R>();
            for (var result : waiting) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}

package io.faceline.api;

import io.faceline.runtime.concurrent.DaemonThreads;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.AbortPolicy;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;

/** Bounded thread pools that wait for Kafka, so that HTTP threads are not blocked. */
final class ApiExecutors implements AutoCloseable {
    private final ExecutorService waiting = pool("api-waits", 4, 1000, new AbortPolicy());
    private final ExecutorService transfers = pool("api-transfers", 1, 4, new AbortPolicy());
    private final ExecutorService jobs = pool("api-jobs", 4, 100, new AbortPolicy());
    private final ExecutorService downloads = pool("api-downloads", 2, 8, new AbortPolicy());
    private final ExecutorService cameras = pool("api-cameras", 1, 100, new AbortPolicy());
    private final ExecutorService alerts = pool("api-alerts", 4, 100, new AbortPolicy());
    private final ExecutorService corrections = pool("api-corrections", 2, 100, new AbortPolicy());
    private final ExecutorService letters = pool("api-dead-letters", 1, 20, new AbortPolicy());
    private final ExecutorService keepAlives = pool("api-keep-alives", 1, 1000, new DiscardPolicy());

    /** For waiting until a change is visible. */
    ExecutorService waiting() {
        return waiting;
    }

    /** For exports and imports, one at a time. */
    ExecutorService transfers() {
        return transfers;
    }

    /** For waiting until the people of a job are read. */
    ExecutorService jobs() {
        return jobs;
    }

    /** For downloads of job results. */
    ExecutorService downloads() {
        return downloads;
    }

    /** For changes of cameras, one at a time. */
    ExecutorService cameras() {
        return cameras;
    }

    /** For pictures of alerts, and for waiting until what is said of them is visible. */
    ExecutorService alerts() {
        return alerts;
    }

    /** For waiting until corrections are visible which tasks of {@link #alerts} write. */
    ExecutorService corrections() {
        return corrections;
    }

    /** For dead letters, one at a time, so that none is sent twice. */
    ExecutorService letters() {
        return letters;
    }

    /** For keep-alives; discards tasks beyond its capacity. */
    ExecutorService keepAlives() {
        return keepAlives;
    }

    private static ExecutorService pool(String name, int threads, int maxQueued, RejectedExecutionHandler rejection) {
        var pool = new ThreadPoolExecutor(
                threads,
                threads,
                10,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(maxQueued),
                DaemonThreads.called(name),
                rejection);
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    @Override
    public void close() {
        waiting.shutdownNow();
        transfers.shutdownNow();
        jobs.shutdownNow();
        downloads.shutdownNow();
        cameras.shutdownNow();
        alerts.shutdownNow();
        corrections.shutdownNow();
        letters.shutdownNow();
        keepAlives.shutdownNow();
    }
}

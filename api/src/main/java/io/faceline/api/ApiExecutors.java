package io.faceline.api;

import io.faceline.runtime.concurrent.DaemonThreads;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.AbortPolicy;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;

/** The threads that wait for Kafka in place of those that serve HTTP. Bounded, all of them. */
final class ApiExecutors implements AutoCloseable {
    private final ExecutorService waiting = pool("api-waits", 4, 1000, new AbortPolicy());
    private final ExecutorService transfers = pool("api-transfers", 1, 4, new AbortPolicy());
    private final ExecutorService jobs = pool("api-jobs", 4, 100, new AbortPolicy());
    private final ExecutorService downloads = pool("api-downloads", 2, 8, new AbortPolicy());
    private final ExecutorService keepAlives = pool("api-keep-alives", 1, 1000, new DiscardPolicy());

    /** For what waits until a change shows. */
    ExecutorService waiting() {
        return waiting;
    }

    /** For exports and imports, one after the other. */
    ExecutorService transfers() {
        return transfers;
    }

    /** For what waits until the people of a job are read. */
    ExecutorService jobs() {
        return jobs;
    }

    /** For results of jobs. */
    ExecutorService downloads() {
        return downloads;
    }

    /** Drops what is too much. */
    ExecutorService keepAlives() {
        return keepAlives;
    }

    private static ExecutorService pool(String name, int threads, int most, RejectedExecutionHandler otherwise) {
        var pool = new ThreadPoolExecutor(
                threads,
                threads,
                10,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(most),
                DaemonThreads.called(name),
                otherwise);
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    @Override
    public void close() {
        waiting.shutdownNow();
        transfers.shutdownNow();
        jobs.shutdownNow();
        downloads.shutdownNow();
        keepAlives.shutdownNow();
    }
}

package io.faceline.runtime.http.address;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.faceline.runtime.concurrent.DaemonThreads;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs short tasks on few threads, one task of each address in turn: whoever sends gigabytes takes no more processor
 * time from others than a thread, and a short body waits for one task of each other address at most. Thread-safe.
 */
public final class AddressTurns implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AddressTurns.class);

    private final ExecutorService threads;

    /** Those of an address that is absent have all begun. The first address is the next. */
    @GuardedBy("this")
    private final Map<String, Queue<Runnable>> waiting = new LinkedHashMap<>();

    /** @param name of the threads */
    public AddressTurns(String name, int threads) {
        this.threads = Executors.newFixedThreadPool(threads, DaemonThreads.called(name));
    }

    /** Runs the task later, after those that the address gave before. */
    public void run(String address, Runnable task) {
        synchronized (this) {
            waiting.computeIfAbsent(address, one -> new ArrayDeque<>()).add(task);
        }
        threads.execute(this::runNext);
    }

    private void runNext() {
        try {
            next().run();
        } catch (RuntimeException e) {
            LOG.error("event=turn_failed", e);
        }
    }

    /** Its address comes again after all others. */
    private synchronized Runnable next() {
        var first = waiting.entrySet().iterator().next();
        var tasks = waiting.remove(first.getKey());
        var task = tasks.remove();
        if (!tasks.isEmpty()) {
            waiting.put(first.getKey(), tasks);
        }
        return task;
    }

    /** Tasks that wait are not run any more. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}

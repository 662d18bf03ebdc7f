package io.faceline.runtime.kafka;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.InterruptException;

/** Consumers without a group that callers use in turn. Opened when first needed. Thread-safe. */
final class ConsumerPool implements AutoCloseable {
    private final Semaphore turns;
    private final Supplier<Consumer<String, byte[]>> factory;
    private final Queue<Consumer<String, byte[]>> idle = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    ConsumerPool(int max, Supplier<Consumer<String, byte[]>> factory) {
        this.turns = new Semaphore(max, true);
        this.factory = factory;
    }

    /** A consumer whose use failed is not used again. */
    <T> T use(Function<Consumer<String, byte[]>, T> work) throws InterruptedException {
        turns.acquire();
        try {
            var known = idle.poll();
            var consumer = known == null ? factory.get() : known;
            return use(consumer, work);
        } finally {
            turns.release();
        }
    }

    private <T> T use(Consumer<String, byte[]> consumer, Function<Consumer<String, byte[]>, T> work)
            throws InterruptedException {
        var isUsable = false;
        try {
            var result = work.apply(consumer);
            isUsable = !closed;
            return result;
        } catch (InterruptException e) {
            // Kafka sets the flag of the thread, which the exception stands for from here on.
            var unused = Thread.interrupted();
            throw (InterruptedException) new InterruptedException("while reading").initCause(e);
        } finally {
            if (isUsable) {
                idle.add(consumer);
            } else {
                consumer.close(CloseOptions.timeout(Duration.ZERO));
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        for (var consumer = idle.poll(); consumer != null; consumer = idle.poll()) {
            consumer.close(CloseOptions.timeout(Duration.ZERO));
        }
    }
}

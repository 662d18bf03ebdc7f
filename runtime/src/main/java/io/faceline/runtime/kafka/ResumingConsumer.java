package io.faceline.runtime.kafka;

import io.faceline.runtime.concurrent.ConditionMonitor;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A consumer without a group that survives failures of the broker: revoked and restored permissions, rotated
 * credentials, a broker that was away. It is then opened again where it was, after a wait that doubles from 100 ms to
 * 10 s, for as long as it takes. {@link #close} and {@link #interruption} may be called by any thread; everything else
 * is confined to the reading thread.
 */
final class ResumingConsumer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ResumingConsumer.class);
    private static final Duration MIN_WAIT = Duration.ofMillis(100);
    private static final Duration MAX_WAIT = Duration.ofSeconds(10);

    private final String topic;
    private final Supplier<Consumer<String, byte[]>> factory;
    private final ConditionMonitor closing = new ConditionMonitor();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private volatile Consumer<String, byte[]> consumer;
    private volatile @Nullable KafkaException interruption;
    private Duration wait = MIN_WAIT;
    private boolean isOpen = true;

    ResumingConsumer(String topic, Supplier<Consumer<String, byte[]>> factory) {
        this.topic = topic;
        this.factory = factory;
        this.consumer = factory.get();
    }

    /** For positioning it before the first {@link #poll}. */
    Consumer<String, byte[]> consumer() {
        return consumer;
    }

    /** Registers the positions as they are; to be called after positioning. */
    void positioned() {
        consumer.assignment().forEach(partition -> next.put(partition, consumer.position(partition)));
    }

    /** The position up to which every record was read. */
    long position(TopicPartition partition) {
        return next.getOrDefault(partition, 0L);
    }

    /**
     * The next records; none while the broker fails.
     *
     * @throws WakeupException when closed
     */
    ConsumerRecords<String, byte[]> poll(Duration timeout) {
        try {
            if (!isOpen) {
                reopen();
            }
            var polled = consumer.poll(timeout);
            recovered();
            return polled;
        } catch (WakeupException | InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            interrupted(e);
            return ConsumerRecords.empty();
        }
    }

    /** Registers that a record was handled, so that it is not read again. */
    void handled(ConsumerRecord<?, ?> read) {
        next.put(new TopicPartition(read.topic(), read.partition()), read.offset() + 1);
    }

    /** Registers the positions behind the polled records, which transaction markers move as well. */
    void handledAll() {
        if (isOpen) {
            positioned();
        }
    }

    /** Why nothing is read at the moment; null while reading. */
    @Nullable
    KafkaException interruption() {
        return interruption;
    }

    private void recovered() {
        if (interruption != null) {
            interruption = null;
            wait = MIN_WAIT;
            LOG.info("event=reader_resumed topic={}", topic);
        }
    }

    private void interrupted(KafkaException failure) {
        if (interruption == null) {
            LOG.warn("event=reader_interrupted topic={} cause=\"{}\"", topic, failure.toString());
        }
        interruption = failure;
        discard();
        if (closing.holdsWithin(wait, closed::get)) {
            throw new WakeupException();
        }
        var doubled = wait.multipliedBy(2);
        wait = doubled.compareTo(MAX_WAIT) > 0 ? MAX_WAIT : doubled;
    }

    private void reopen() {
        consumer = factory.get();
        isOpen = true;
        consumer.assign(next.keySet());
        next.forEach(consumer::seek);
        // Closing wakes either this consumer or the one before it.
        if (closed.get()) {
            throw new WakeupException();
        }
    }

    /** Stops a poll or a wait of the reading thread with {@link WakeupException}. Idempotent. */
    @Override
    public void close() {
        closed.set(true);
        closing.announce();
        consumer.wakeup();
    }

    /** Closes the Kafka consumer. By the reading thread, at its end. */
    void discard() {
        isOpen = false;
        try {
            // No group must rebalance, and the pending fetch may take another half second.
            consumer.close(CloseOptions.timeout(Duration.ZERO));
        } catch (KafkaException e) {
            LOG.debug("event=reader_close_failed topic={}", topic, e);
        }
    }
}

package io.faceline.runtime.kafka;

import io.faceline.contracts.topic.Topic;
import io.faceline.runtime.concurrent.ConditionMonitor;
import io.faceline.runtime.concurrent.DaemonThreads;
import io.faceline.runtime.concurrent.WaitTimeoutException;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.health.HealthCheck;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all partitions of a topic, or the records of one key alone, without a group and from where it is told, and hands each record to the handler on
 * one daemon thread of its own. A record that cannot be deserialised is logged and skipped. An exception of the handler
 * is a bug and ends the reading; {@link #health()} says so.
 */
public final class TopicReader<V> implements AutoCloseable, HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

    private final KafkaSettings kafka;
    private final Topic<V> topic;
    private final @Nullable String key;
    private final StartOffset from;
    private final Consumer<ConsumedRecord<V>> handler;
    private final ConditionMonitor changes = new ConditionMonitor();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean caughtUp;
    private volatile @Nullable Throwable failure;
    private volatile Map<Integer, Long> starts = Map.of();
    // Written by start() alone, before the thread that reads with it begins.
    private volatile @Nullable KafkaConsumer<String, byte[]> consumer;
    private volatile @Nullable Thread thread;

    public TopicReader(KafkaSettings kafka, Topic<V> topic, StartOffset from, Consumer<ConsumedRecord<V>> handler) {
        this(kafka, topic, null, from, handler);
    }

    private TopicReader(
            KafkaSettings kafka,
            Topic<V> topic,
            @Nullable String key,
            StartOffset from,
            Consumer<ConsumedRecord<V>> handler) {
        this.kafka = kafka;
        this.topic = topic;
        this.key = key;
        this.from = from;
        this.handler = handler;
    }

    /**
     * Reads only the partition of this key, and hands on only its records; those of others are not even deserialised.
     * For topics whose writers leave the partition to Kafka's default partitioner, as Streams does.
     */
    public static <V> TopicReader<V> ofKey(
            KafkaSettings kafka, Topic<V> topic, String key, StartOffset from, Consumer<ConsumedRecord<V>> handler) {
        return new TopicReader<>(kafka, topic, key, from, handler);
    }

    /** Returns once positioned: whatever is sent after that is seen. */
    public void start() {
        var name = "read-" + topic.name();
        var reading = new KafkaConsumer<>(
                ClientProperties.reader(kafka, name + "-" + Integer.toHexString(hashCode())),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer = reading;
        var ends = new HashMap<>(seek(reading));
        starts = ends.keySet().stream()
                .collect(Collectors.toUnmodifiableMap(TopicPartition::partition, reading::position));
        var worker = DaemonThreads.of(name, () -> run(reading, ends));
        thread = worker;
        worker.start();
    }

    /** The offset it began with, by partition, once started; with {@link StartOffset#offsets} the same records are read again. */
    public Map<Integer, Long> starts() {
        return starts;
    }

    /**
     * Awaits that all records that were there at the start went to the handler.
     *
     * @throws WaitTimeoutException when it takes longer
     */
    public void awaitCaughtUp(Duration atMost) {
        changes.await(() -> caughtUp || failure != null, atMost, "reading " + topic.name());
        throwFailure();
    }

    @Override
    public Health health() {
        var cause = failure;
        if (cause != null) {
            return Health.dead("reading " + topic.name() + " ended: " + cause);
        }
        return caughtUp ? Health.GOOD : Health.notReady("still reading " + topic.name());
    }

    /** Stops within moments; safe to repeat. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        var reading = consumer;
        var worker = thread;
        if (reading == null) {
            return;
        }
        if (worker == null) {
            reading.close();
        } else if (worker != Thread.currentThread()) {
            reading.wakeup();
            join(worker);
        }
    }

    private Map<TopicPartition, Long> seek(KafkaConsumer<String, byte[]> reading) {
        return key == null
                ? StartPosition.seek(reading, topic.name(), from)
                : StartPosition.seek(reading, topic.name(), key, from);
    }

    private void run(KafkaConsumer<String, byte[]> reading, Map<TopicPartition, Long> ends) {
        try {
            checkCaughtUp(reading, ends);
            while (!closed.get()) {
                reading.poll(POLL).forEach(this::handle);
                checkCaughtUp(reading, ends);
            }
        } catch (WakeupException e) {
            LOG.debug("woken to close topic={}", topic.name());
        } catch (RuntimeException | Error e) {
            LOG.error("reading ended topic={}", topic.name(), e);
            failure = e;
            changes.announce();
        } finally {
            // Nobody else waits for what this one gives up, and its last fetch may take half a second to come back.
            reading.close(CloseOptions.timeout(Duration.ZERO));
        }
    }

    private void handle(ConsumerRecord<String, byte[]> read) {
        if (closed.get() || isOfAnotherKey(read)) {
            return;
        }
        final V value;
        try {
            value = topic.valueSerde().deserializer().deserialize(topic.name(), read.value());
        } catch (SerializationException e) {
            LOG.warn(
                    "unreadable record skipped topic={} partition={} offset={} reason={}",
                    read.topic(),
                    read.partition(),
                    read.offset(),
                    e.getMessage());
            return;
        }
        handler.accept(new ConsumedRecord<>(
                read.key() == null ? "" : read.key(),
                value,
                read.partition(),
                read.offset(),
                Instant.ofEpochMilli(read.timestamp()),
                FrameIdHeader.in(read.headers())));
    }

    private boolean isOfAnotherKey(ConsumerRecord<String, byte[]> read) {
        return key != null && !key.equals(read.key());
    }

    private void checkCaughtUp(KafkaConsumer<String, byte[]> reading, Map<TopicPartition, Long> ends) {
        if (caughtUp) {
            return;
        }
        ends.entrySet().removeIf(end -> reading.position(end.getKey()) >= end.getValue());
        if (ends.isEmpty()) {
            caughtUp = true;
            changes.announce();
        }
    }

    private void throwFailure() {
        var cause = failure;
        if (cause != null) {
            throw new IllegalStateException("reading " + topic.name() + " ended", cause);
        }
    }

    private static void join(Thread worker) {
        try {
            worker.join(CLOSE_WITHIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

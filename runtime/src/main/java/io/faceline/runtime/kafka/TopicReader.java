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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all partitions of a topic, or only the records of one key, without a consumer group, and passes each record to
 * the handler on its own daemon thread. A record that cannot be deserialised is logged and skipped. While the broker
 * fails, the reader is not ready, and continues where it was. An exception of the handler is a bug and stops the
 * reader, as reported by {@link #health()} and {@link #onStop}.
 */
public final class TopicReader<V> implements AutoCloseable, HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);
    private static final Duration POLL_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final KafkaSettings kafka;
    private final Topic<V> topic;
    private final @Nullable String key;
    private final StartOffset from;
    private final IsolationLevel isolation;
    private final Consumer<ConsumedRecord<V>> handler;
    private final ReadWrites writes = new ReadWrites();
    private final ConditionMonitor changes = new ConditionMonitor();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean caughtUp;
    private volatile @Nullable Throwable failure;
    private volatile Map<Integer, Long> starts = Map.of();
    private final List<Consumer<Throwable>> stopCallbacks = new CopyOnWriteArrayList<>();
    private volatile Predicate<Headers> wanted = headers -> true;
    // Written only by start(), before the reader thread starts.
    private volatile @Nullable ResumingConsumer consumer;
    private volatile @Nullable Thread thread;

    public TopicReader(KafkaSettings kafka, Topic<V> topic, StartOffset from, Consumer<ConsumedRecord<V>> handler) {
        this(kafka, topic, null, from, IsolationLevel.READ_COMMITTED, handler);
    }

    private TopicReader(
            KafkaSettings kafka,
            Topic<V> topic,
            @Nullable String key,
            StartOffset from,
            IsolationLevel isolation,
            Consumer<ConsumedRecord<V>> handler) {
        this.kafka = kafka;
        this.topic = topic;
        this.key = key;
        this.from = from;
        this.isolation = isolation;
        this.handler = handler;
    }

    /**
     * Also reads records of transactions that are not committed yet, and of some that never will be: for answers that
     * somebody waits for, which the stage gives again if it has to.
     */
    public static <V> TopicReader<V> uncommitted(
            KafkaSettings kafka, Topic<V> topic, StartOffset from, Consumer<ConsumedRecord<V>> handler) {
        return new TopicReader<>(kafka, topic, null, from, IsolationLevel.READ_UNCOMMITTED, handler);
    }

    /**
     * Reads only the partition of this key and passes on only its records; others are not deserialised. For topics
     * written with Kafka's default partitioner, as by Streams.
     */
    public static <V> TopicReader<V> ofKey(
            KafkaSettings kafka, Topic<V> topic, String key, StartOffset from, Consumer<ConsumedRecord<V>> handler) {
        return new TopicReader<>(kafka, topic, key, from, IsolationLevel.READ_COMMITTED, handler);
    }

    /** Skips the records whose headers do not satisfy the condition, without deserialising them. Set before the start. */
    public TopicReader<V> where(Predicate<Headers> condition) {
        wanted = condition;
        return this;
    }

    /** Registers a callback for when a bug stops the reader, called on a separate thread. Set before the start. */
    public void onStop(Consumer<Throwable> callback) {
        stopCallbacks.add(callback);
    }

    /** Returns once positioned: every record sent afterwards is read. */
    public void start() {
        var clientId = "read-" + topic.name() + "-" + Integer.toHexString(hashCode());
        start(() -> new KafkaConsumer<>(
                ClientProperties.reader(kafka, clientId, isolation),
                new StringDeserializer(),
                new ByteArrayDeserializer()));
    }

    void start(Supplier<org.apache.kafka.clients.consumer.Consumer<String, byte[]>> factory) {
        var consumer = new ResumingConsumer(topic.name(), factory);
        this.consumer = consumer;
        var ends = new HashMap<>(seek(consumer.consumer()));
        consumer.positioned();
        starts = ends.keySet().stream()
                .collect(Collectors.toUnmodifiableMap(TopicPartition::partition, consumer::position));
        var worker = DaemonThreads.of("read-" + topic.name(), () -> run(consumer, ends));
        thread = worker;
        worker.start();
    }

    /**
     * The start offsets by partition, once started; with {@link StartOffset#offsets} another reader reads the same
     * records.
     */
    public Map<Integer, Long> starts() {
        return starts;
    }

    /**
     * Waits until all records that existed at the start were passed to the handler.
     *
     * @throws WaitTimeoutException when that takes longer than the timeout
     */
    public void awaitCaughtUp(Duration timeout) {
        changes.await(() -> caughtUp || failure != null, timeout, "reading " + topic.name());
        throwFailure();
    }

    ReadWrites writes() {
        return writes;
    }

    @Override
    public Health health() {
        var cause = failure;
        if (cause != null) {
            return Health.dead("reading " + topic.name() + " ended: " + cause);
        }
        var reading = consumer;
        var interruption = reading == null ? null : reading.interruption();
        if (interruption != null) {
            return Health.notReady("reading " + topic.name() + " is interrupted: " + interruption);
        }
        return caughtUp ? Health.GOOD : Health.notReady("still reading " + topic.name());
    }

    /** Stops promptly. Idempotent. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        var consumer = this.consumer;
        var worker = thread;
        if (consumer == null) {
            return;
        }
        if (worker == null) {
            consumer.discard();
            return;
        }
        consumer.close();
        if (worker != Thread.currentThread()) {
            join(worker);
        }
    }

    private Map<TopicPartition, Long> seek(org.apache.kafka.clients.consumer.Consumer<?, ?> consumer) {
        return key == null
                ? StartPosition.seek(consumer, topic.name(), from)
                : StartPosition.seek(consumer, topic.name(), key, from);
    }

    private void run(ResumingConsumer consumer, Map<TopicPartition, Long> ends) {
        try {
            checkCaughtUp(consumer, ends);
            while (!closed.get()) {
                for (var read : consumer.poll(POLL_TIMEOUT)) {
                    handle(read);
                    consumer.handled(read);
                }
                consumer.handledAll();
                checkCaughtUp(consumer, ends);
            }
        } catch (WakeupException e) {
            LOG.debug("event=reader_closing topic={}", topic.name());
        } catch (RuntimeException | Error e) {
            LOG.error("event=reader_failed topic={}", topic.name(), e);
            failed(e);
        } finally {
            consumer.discard();
        }
    }

    private void failed(Throwable cause) {
        failure = cause;
        changes.announce();
        // On a separate thread, since a callback may close this reader, which waits for its thread.
        DaemonThreads.of("stopped-" + topic.name(), () -> stopCallbacks.forEach(callback -> callback.accept(cause)))
                .start();
    }

    private void handle(ConsumerRecord<String, byte[]> consumed) {
        if (closed.get() || isOfAnotherKey(consumed) || !wanted.test(consumed.headers())) {
            return;
        }
        final V value;
        try {
            value = topic.valueSerde().deserializer().deserialize(topic.name(), consumed.headers(), consumed.value());
        } catch (SerializationException e) {
            LOG.warn(
                    "event=record_skipped topic={} partition={} offset={} reason=\"{}\"",
                    consumed.topic(),
                    consumed.partition(),
                    consumed.offset(),
                    e.getMessage());
            return;
        }
        handler.accept(new ConsumedRecord<>(
                consumed.key() == null ? "" : consumed.key(),
                value,
                consumed.partition(),
                consumed.offset(),
                Instant.ofEpochMilli(consumed.timestamp()),
                FrameIdHeader.in(consumed.headers()),
                Written.in(consumed.headers())));
        WriteToken.in(consumed.headers()).ifPresent(write -> writes.read(write, consumed.offset()));
    }

    private boolean isOfAnotherKey(ConsumerRecord<String, byte[]> consumed) {
        return key != null && !key.equals(consumed.key());
    }

    private void checkCaughtUp(ResumingConsumer consumer, Map<TopicPartition, Long> ends) {
        if (caughtUp) {
            return;
        }
        ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
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
            worker.join(CLOSE_TIMEOUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.faceline.runtime.kafka;

import io.faceline.contracts.topic.Topic;
import io.faceline.runtime.concurrent.ConditionMonitor;
import io.faceline.runtime.concurrent.WaitTimeoutException;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.health.HealthCheck;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a compacted topic into a map of the latest value of every key; a tombstone removes the key. Thread-safe. */
public final class TableReader<V> implements AutoCloseable, HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(TableReader.class);

    private final Map<String, V> latest = new ConcurrentHashMap<>();
    private final ConditionMonitor changes = new ConditionMonitor();
    private final AtomicLong version = new AtomicLong();
    private final TopicReader<V> reader;
    private final String topic;
    private final BiFunction<V, Map<String, V>, V> view;
    private volatile @Nullable Function<V, String> idOf;

    public TableReader(KafkaSettings kafka, Topic<V> topic) {
        this(kafka, topic, (value, all) -> value);
    }

    /** @param view what a value looks like among all others, such as a person whose deletion another record tells */
    public TableReader(KafkaSettings kafka, Topic<V> topic, BiFunction<V, Map<String, V>, V> view) {
        this.view = view;
        this.reader = new TopicReader<>(kafka, topic, StartOffset.EARLIEST, this::put);
        this.topic = topic.name();
    }

    /** Reads the current table with a temporary reader. Blocks until it is complete. */
    public static <V> Map<String, V> readOnce(KafkaSettings kafka, Topic<V> topic, Duration timeout) {
        try (var table = new TableReader<>(kafka, topic)) {
            table.start();
            table.awaitCaughtUp(timeout);
            return table.snapshot();
        }
    }

    /** Skips records whose key is not the id of their value. Anyone may write to the topic. Set before the start. */
    public TableReader<V> keyedBy(Function<V, String> id) {
        idOf = id;
        return this;
    }

    public void start() {
        reader.start();
    }

    /** Registers a callback for when a bug stops the reading, called on a separate thread. Set before the start. */
    public void onStop(Consumer<Throwable> callback) {
        reader.onStop(callback);
    }

    public Optional<V> get(String key) {
        return Optional.ofNullable(latest.get(key)).map(value -> view.apply(value, latest));
    }

    public Map<String, V> snapshot() {
        return latest.entrySet().stream()
                .collect(
                        Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> view.apply(entry.getValue(), latest)));
    }

    public void awaitCaughtUp(Duration timeout) {
        reader.awaitCaughtUp(timeout);
    }

    /**
     * Waits until the records satisfy the condition. The condition receives them live and must not retain them.
     *
     * @throws WaitTimeoutException when that takes longer than the timeout
     */
    public void await(Predicate<Map<String, V>> condition, Duration timeout) {
        var view = Collections.unmodifiableMap(latest);
        changes.await(() -> condition.test(view), timeout, "a change of " + topic);
    }

    ReadWrites writes() {
        return reader.writes();
    }

    @Override
    public Health health() {
        return reader.health();
    }

    @Override
    public void close() {
        reader.close();
    }

    private void put(ConsumedRecord<V> consumed) {
        var value = consumed.value();
        var id = idOf;
        if (value != null && id != null && !id.apply(value).equals(consumed.key())) {
            LOG.warn(
                    "event=record_skipped topic={} partition={} offset={} reason=\"a value under another key\"",
                    topic,
                    consumed.partition(),
                    consumed.offset());
            return;
        }
        if (value == null) {
            latest.remove(consumed.key());
        } else {
            latest.put(consumed.key(), value);
        }
        version.incrementAndGet();
        changes.announce();
    }

    /** Changes with each record. */
    public long version() {
        return version.get();
    }
}

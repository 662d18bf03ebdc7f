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
import java.util.function.Predicate;

/** A compacted topic as a map of the latest value of every key; a tombstone takes the key out. Safe for all threads. */
public final class TableReader<V> implements AutoCloseable, HealthCheck {
    private final Map<String, V> latest = new ConcurrentHashMap<>();
    private final ConditionMonitor changes = new ConditionMonitor();
    private final TopicReader<V> reader;
    private final String topic;

    public TableReader(KafkaSettings kafka, Topic<V> topic) {
        this.reader = new TopicReader<>(kafka, topic, StartOffset.EARLIEST, this::put);
        this.topic = topic.name();
    }

    /** The table as of now, read by a reader of its own. Blocks until it is read. */
    public static <V> Map<String, V> readOnce(KafkaSettings kafka, Topic<V> topic, Duration atMost) {
        try (var table = new TableReader<>(kafka, topic)) {
            table.start();
            table.awaitCaughtUp(atMost);
            return table.snapshot();
        }
    }

    public void start() {
        reader.start();
    }

    public Optional<V> get(String key) {
        return Optional.ofNullable(latest.get(key));
    }

    public Map<String, V> snapshot() {
        return Map.copyOf(latest);
    }

    public void awaitCaughtUp(Duration atMost) {
        reader.awaitCaughtUp(atMost);
    }

    /**
     * Awaits that the table, which it sees live and must not keep, satisfies the condition.
     *
     * @throws WaitTimeoutException when it takes longer
     */
    public void await(Predicate<Map<String, V>> condition, Duration atMost) {
        var view = Collections.unmodifiableMap(latest);
        changes.await(() -> condition.test(view), atMost, "a change of " + topic);
    }

    @Override
    public Health health() {
        return reader.health();
    }

    @Override
    public void close() {
        reader.close();
    }

    private void put(ConsumedRecord<V> read) {
        var value = read.value();
        if (value == null) {
            latest.remove(read.key());
        } else {
            latest.put(read.key(), value);
        }
        changes.announce();
    }
}

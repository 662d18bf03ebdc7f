package io.faceline.api.alertrules.table;

import io.faceline.contracts.topic.Topic;
import io.faceline.runtime.concurrent.ConditionMonitor;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.health.HealthCheck;
import io.faceline.runtime.kafka.ConsumedRecord;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.runtime.kafka.TopicReader;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a compacted topic says, as last read, for who waits until what they wrote is read. Thread-safe. */
public final class DefinitionTable<V> implements HealthCheck, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DefinitionTable.class);

    private final Map<String, V> values = new ConcurrentHashMap<>();
    /** The offset of the last record that was read, by partition. */
    private final Map<Integer, Long> read = new ConcurrentHashMap<>();

    private final AtomicLong version = new AtomicLong();
    private final ConditionMonitor changed = new ConditionMonitor();
    private final String topic;
    private final Function<V, String> id;
    private final TopicReader<V> reader;

    /** @param id of a value, which is the key of its record */
    public DefinitionTable(KafkaSettings kafka, Topic<V> topic, Function<V, String> id) {
        this.topic = topic.name();
        this.id = id;
        this.reader = new TopicReader<>(kafka, topic, StartOffset.EARLIEST, this::apply);
    }

    public void start() {
        reader.start();
    }

    public void onStop(Consumer<Throwable> callback) {
        reader.onStop(callback);
    }

    public Optional<V> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    public Collection<V> all() {
        return List.copyOf(values.values());
    }

    /** Changes with each record. */
    long version() {
        return version.get();
    }

    /** The partitions that have records. */
    Set<Integer> partitions() {
        return Set.copyOf(read.keySet());
    }

    /**
     * Waits until a record was read.
     *
     * @throws io.faceline.runtime.concurrent.WaitTimeoutException when that takes longer
     */
    void await(int partition, long offset, Duration timeout) {
        changed.await(
                () -> read.getOrDefault(partition, -1L) >= offset, timeout, "reading what was written to " + topic);
    }

    private void apply(ConsumedRecord<V> consumed) {
        var value = consumed.value();
        if (value == null) {
            values.remove(consumed.key());
        } else if (id.apply(value).equals(consumed.key())) {
            values.put(consumed.key(), value);
        } else {
            LOG.warn(
                    "event=record_skipped topic={} offset={} reason=\"a value under another key\"",
                    topic,
                    consumed.offset());
        }
        read.put(consumed.partition(), consumed.offset());
        version.incrementAndGet();
        changed.announce();
    }

    @Override
    public Health health() {
        return reader.health();
    }

    @Override
    public void close() {
        reader.close();
    }
}

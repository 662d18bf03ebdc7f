package io.faceline.runtime.kafka;

import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads stretches of a topic on demand, with few consumers for all callers. Whoever asks keeps the place where to go on.
 * Thread-safe.
 */
public final class TopicScanner<V> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicScanner.class);
    private static final int MAX_CONSUMERS = 4;

    private static final Duration MAX_POLL = Duration.ofSeconds(1);

    /** What one call reads at most, so that it ends soon in a partition full of other keys. */
    private static final int MAX_BYTES = 2 * Topics.MAX_RECORD_BYTES;

    private final Topic<V> topic;
    private final ConsumerPool consumers;

    /** A place in a partition. */
    public record Position(int partition, long offset) {}

    /**
     * A stretch.
     *
     * @param values of the key, in order
     * @param next where to go on
     * @param isAtEnd whether nothing more was written so far
     */
    public record Stretch<V>(List<V> values, Position next, boolean isAtEnd) {
        public Stretch {
            values = List.copyOf(values);
        }
    }

    public TopicScanner(KafkaSettings kafka, Topic<V> topic) {
        this.topic = topic;
        this.consumers = new ConsumerPool(
                MAX_CONSUMERS,
                () -> new KafkaConsumer<>(
                        ClientProperties.reader(kafka, "scan-" + topic.name()),
                        new StringDeserializer(),
                        new ByteArrayDeserializer()));
    }

    /** Where the records of a key begin that were written since this time by the clock of this process. */
    public Position since(String key, Instant began) throws InterruptedException {
        return find(key, StartOffset.ofWorkSince(began));
    }

    /** Where the records of a key end that were written until this time by the clock of this process. */
    public Position until(String key, Instant ended) throws InterruptedException {
        return find(key, StartOffset.ofWorkAfter(ended));
    }

    private Position find(String key, StartOffset start) throws InterruptedException {
        return consumers.use(consumer -> {
            StartPosition.seek(consumer, topic.name(), key, start);
            var partition = consumer.assignment().iterator().next();
            return new Position(partition.partition(), consumer.position(partition));
        });
    }

    /**
     * The next records of a key that were written so far. Values that cannot be read are skipped.
     *
     * @param max number of values
     */
    public Stretch<V> read(String key, Position from, int max) throws InterruptedException {
        return consumers.use(consumer -> read(consumer, key, from, max));
    }

    private Stretch<V> read(Consumer<String, byte[]> consumer, String key, Position from, int max) {
        var partition = new TopicPartition(topic.name(), from.partition());
        consumer.assign(List.of(partition));
        consumer.seek(partition, from.offset());
        var end = end(consumer, partition);
        var values = new ArrayList<V>();
        var next = from.offset();
        var bytes = 0L;
        while (values.size() < max && bytes < MAX_BYTES) {
            if (next >= end) {
                return new Stretch<>(values, new Position(from.partition(), next), true);
            }
            for (var read : consumer.poll(MAX_POLL).records(partition)) {
                if (values.size() == max) {
                    break;
                }
                if (key.equals(read.key())) {
                    value(read).ifPresent(values::add);
                }
                bytes += Math.max(0, read.serializedValueSize());
                next = read.offset() + 1;
            }
            if (values.size() < max) {
                // Behind markers of transactions too.
                next = Math.max(next, consumer.position(partition));
            }
        }
        return new Stretch<>(values, new Position(from.partition(), next), false);
    }

    private static long end(Consumer<?, ?> consumer, TopicPartition partition) {
        return consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    }

    /** The record at this place; empty if it was deleted since. */
    public Optional<V> at(Position place, Duration timeout) throws InterruptedException {
        return consumers.use(consumer -> {
            var partition = new TopicPartition(topic.name(), place.partition());
            consumer.assign(List.of(partition));
            consumer.seek(partition, place.offset());
            return consumer.poll(timeout).records(partition).stream()
                    .findFirst()
                    .filter(read -> read.offset() == place.offset())
                    .flatMap(this::value);
        });
    }

    private Optional<V> value(ConsumerRecord<String, byte[]> read) {
        try {
            return Optional.ofNullable(topic.valueSerde().deserializer().deserialize(topic.name(), read.value()));
        } catch (SerializationException e) {
            LOG.warn(
                    "event=record_skipped topic={} partition={} offset={} reason=\"{}\"",
                    read.topic(),
                    read.partition(),
                    read.offset(),
                    e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        consumers.close();
    }
}

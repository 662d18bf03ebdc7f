package io.faceline.runtime.kafka;

import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.topic.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes records at the pace it is told, acknowledged by all replicas and without repeats. Blocks at most ten seconds when
 * the broker is away or slow; whatever goes wrong completes the future. Safe for all threads.
 */
public final class RecordSender implements AutoCloseable {
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

    private final Producer<String, byte[]> producer;
    private final List<KafkaClientMetrics> bound = new ArrayList<>();

    public RecordSender(KafkaSettings kafka, String clientId) {
        this(kafka, clientId, BatchingProfile.LOW_LATENCY);
    }

    public RecordSender(KafkaSettings kafka, String clientId, BatchingProfile pace) {
        this(new KafkaProducer<>(
                ClientProperties.producer(kafka, clientId, pace), new StringSerializer(), new ByteArraySerializer()));
    }

    RecordSender(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /**
     * Sends to the partition of the key.
     *
     * @param value null is a tombstone
     * @param frameId goes into the header, for readers of a record that cannot be deserialised
     */
    public <V> CompletableFuture<RecordMetadata> send(
            Topic<V> topic, String key, @Nullable V value, @Nullable FrameId frameId) {
        return sendTo(topic, null, key, value, frameId);
    }

    /** Sends to a partition that the caller chose. */
    public <V> CompletableFuture<RecordMetadata> send(
            Topic<V> topic, int partition, String key, @Nullable V value, @Nullable FrameId frameId) {
        return sendTo(topic, partition, key, value, frameId);
    }

    /** What Kafka's client measures. */
    public synchronized void bindTo(MeterRegistry registry) {
        var metrics = new KafkaClientMetrics(producer);
        metrics.bindTo(registry);
        bound.add(metrics);
    }

    private <V> CompletableFuture<RecordMetadata> sendTo(
            Topic<V> topic, @Nullable Integer partition, String key, @Nullable V value, @Nullable FrameId frameId) {
        var sent = new CompletableFuture<RecordMetadata>();
        try {
            var serialised = new ProducerRecord<>(topic.name(), partition, key, serialise(topic, value));
            if (frameId != null) {
                FrameIdHeader.put(serialised.headers(), frameId);
            }
            var unused = producer.send(serialised, (metadata, failure) -> complete(sent, metadata, failure));
        } catch (RuntimeException e) {
            sent.completeExceptionally(e);
        }
        return sent;
    }

    @SuppressWarnings("NullAway") // Kafka's serialisers take null for a tombstone but do not say so.
    private static <V> byte[] serialise(Topic<V> topic, @Nullable V value) throws SerializationException {
        return topic.valueSerde().serializer().serialize(topic.name(), value);
    }

    private static void complete(
            CompletableFuture<RecordMetadata> sent, RecordMetadata metadata, @Nullable Exception failure) {
        if (failure == null) {
            sent.complete(metadata);
        } else {
            sent.completeExceptionally(failure);
        }
    }

    /** Sends what is under way, for at most five seconds. */
    @Override
    public synchronized void close() {
        bound.forEach(KafkaClientMetrics::close);
        producer.close(CLOSE_WITHIN);
    }
}

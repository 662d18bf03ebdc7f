package io.faceline.runtime.kafka;

import com.google.errorprone.annotations.concurrent.GuardedBy;
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
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends records with the given batching, acknowledged by all replicas and idempotent. Blocks at most ten seconds if the
 * broker is unavailable or slow; any failure completes the future. Thread-safe.
 */
public final class RecordSender implements AutoCloseable {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final Producer<String, byte[]> producer;

    @GuardedBy("this")
    private final List<KafkaClientMetrics> bound = new ArrayList<>();

    public RecordSender(KafkaSettings kafka, String clientId) {
        this(kafka, clientId, BatchingProfile.LOW_LATENCY);
    }

    public RecordSender(KafkaSettings kafka, String clientId, BatchingProfile batching) {
        this(new KafkaProducer<>(
                ClientProperties.producer(kafka, clientId, batching),
                new StringSerializer(),
                new ByteArraySerializer()));
    }

    RecordSender(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /**
     * Sends a record to the partition of its key.
     *
     * @param value null for a tombstone
     * @param frameId written to the header, for consumers that cannot deserialise the record
     */
    public <V> CompletableFuture<RecordMetadata> send(
            Topic<V> topic, String key, @Nullable V value, @Nullable FrameId frameId) {
        return sendTo(topic, null, key, value, frameId, List.of());
    }

    /** As {@link #send(Topic, String, Object, FrameId)}, with more headers. */
    public <V> CompletableFuture<RecordMetadata> send(
            Topic<V> topic, String key, @Nullable V value, @Nullable FrameId frameId, List<Header> headers) {
        return sendTo(topic, null, key, value, frameId, headers);
    }

    /** As the other, to the given partition. */
    public <V> CompletableFuture<RecordMetadata> send(
            Topic<V> topic,
            int partition,
            String key,
            @Nullable V value,
            @Nullable FrameId frameId,
            List<Header> headers) {
        return sendTo(topic, partition, key, value, frameId, headers);
    }

    /** Sends a tombstone with the number of the write, which readers report. */
    public CompletableFuture<RecordMetadata> sendTombstone(Topic<?> topic, String key, WriteToken write) {
        var tombstone = new ProducerRecord<String, byte[]>(topic.name(), key, null);
        write.writeTo(tombstone.headers());
        return send(tombstone);
    }

    /** Registers the metrics of the Kafka client. */
    public synchronized void bindTo(MeterRegistry registry) {
        var metrics = new KafkaClientMetrics(producer);
        metrics.bindTo(registry);
        bound.add(metrics);
    }

    private <V> CompletableFuture<RecordMetadata> sendTo(
            Topic<V> topic,
            @Nullable Integer partition,
            String key,
            @Nullable V value,
            @Nullable FrameId frameId,
            List<Header> headers) {
        try {
            var serialised = new ProducerRecord<>(topic.name(), partition, key, serialise(topic, value), headers);
            if (frameId != null) {
                FrameIdHeader.put(serialised.headers(), frameId);
            }
            return send(serialised);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletableFuture<RecordMetadata> send(ProducerRecord<String, byte[]> serialised) {
        var sent = new CompletableFuture<RecordMetadata>();
        try {
            var unused = producer.send(serialised, (metadata, failure) -> complete(sent, metadata, failure));
        } catch (RuntimeException e) {
            sent.completeExceptionally(e);
        }
        return sent;
    }

    @SuppressWarnings("NullAway") // Kafka's serialisers accept null for a tombstone, but are not annotated.
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

    /** Flushes pending records for at most five seconds. */
    @Override
    public synchronized void close() {
        bound.forEach(KafkaClientMetrics::close);
        producer.close(CLOSE_TIMEOUT);
    }
}

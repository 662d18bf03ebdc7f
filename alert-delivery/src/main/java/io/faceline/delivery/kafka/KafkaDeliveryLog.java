package io.faceline.delivery.kafka;

import io.faceline.contracts.delivery.Delivery;
import io.faceline.contracts.delivery.Receiver;
import io.faceline.contracts.delivery.ReceiverId;
import io.faceline.contracts.delivery.ReceiverStatus;
import io.faceline.contracts.topic.AlertTopics;
import io.faceline.contracts.topic.Topic;
import io.faceline.delivery.ledger.DeliveryLog;
import io.faceline.runtime.kafka.CompactionSchedule;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.RecordSender;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Writes deliveries and states to their topics, all of them in order. Thread-safe. */
public final class KafkaDeliveryLog implements DeliveryLog, AutoCloseable {
    /** No receiver's, and so nobody's delivery. */
    private static final String COMPACTION_KEY = "|";

    private final AlertTopics topics;
    private final RecordSender sender;
    private final CompactionSchedule compaction;
    private final Map<Long, CompletableFuture<?>> pending = new ConcurrentHashMap<>();
    private final AtomicLong writes = new AtomicLong();
    private volatile @Nullable Throwable failure;

    public KafkaDeliveryLog(KafkaSettings kafka) {
        this.topics = kafka.topics().alerting();
        this.sender = new RecordSender(kafka, "alert-delivery-" + kafka.instanceId());
        this.compaction = new CompactionSchedule(kafka.topics().retention().replaced(), InstantSource.system());
    }

    @Override
    public void write(Delivery delivery) {
        send(topics.deliveries(), delivery.key(), delivery);
        compaction.recordDeletion();
    }

    @Override
    public void remove(String key) {
        send(topics.deliveries(), key, null);
        compaction.recordDeletion();
    }

    @Override
    public void write(ReceiverStatus status) {
        send(topics.receiverStates(), status.receiver().value(), status);
    }

    @Override
    public void removeStatus(ReceiverId receiver) {
        send(topics.receiverStates(), receiver.value(), null);
    }

    @Override
    public void disable(Receiver disabled) {
        send(topics.receivers(), disabled.id().value(), disabled);
    }

    private <V> void send(Topic<V> topic, String key, @Nullable V value) {
        var sent = sender.send(topic, key, value, null);
        var write = writes.incrementAndGet();
        pending.put(write, sent);
        var unused = sent.whenComplete((metadata, cause) -> {
            if (cause != null) {
                failure = cause;
            }
            pending.remove(write);
        });
    }

    /** Has Kafka remove what waited and does not any more, with whom it was about; to be called often. */
    void compact() {
        if (compaction.isDue()) {
            send(topics.deliveries(), COMPACTION_KEY, null);
        }
    }

    /** What is written from now on is judged anew. */
    void begin() {
        failure = null;
    }

    /** Whether something was not written, so that what is in memory is not what a restart would find. */
    boolean hasFailed() {
        return failure != null;
    }

    /**
     * Waits until all that was written before is durable.
     *
     * @throws KafkaException when it is not
     */
    void awaitWritten(Duration timeout) {
        try {
            CompletableFuture.allOf(pending.values().toArray(CompletableFuture[]::new))
                    .get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("deliveries could not be written", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while deliveries are written", e);
        }
        if (hasFailed()) {
            throw new KafkaException("deliveries could not be written", failure);
        }
    }

    void bindTo(MeterRegistry registry) {
        sender.bindTo(registry);
    }

    @Override
    public void close() {
        sender.close();
    }
}

package io.faceline.delivery.kafka;

import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.topic.Topic;
import io.faceline.runtime.concurrent.ConditionMonitor;
import io.faceline.runtime.concurrent.DaemonThreads;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.health.HealthCheck;
import io.faceline.runtime.kafka.ClientProperties;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.group.LastPoll;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the topic {@code alerts} from the committed offset while this instance is the one of its group that owns its single
 * partition; the others stand by. An offset is committed once what the alerts mean is durable. After a failure of the broker
 * everything is let go and begun anew. An exception of the owner is a bug, and ends the reading. Thread-safe.
 */
final class AlertsReader implements HealthCheck, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AlertsReader.class);
    private static final Duration POLL_TIMEOUT = Duration.ofMillis(200);
    private static final Duration LEAVE_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration MIN_WAIT = Duration.ofMillis(100);
    private static final Duration MAX_WAIT = Duration.ofSeconds(10);
    private static final int RECORDS_AT_ONCE = 100;

    private final KafkaSettings kafka;
    private final String group;
    private final Topic<Alert> topic;
    private final AlertsOwner owner;
    private final LastPoll lastPoll;
    private final List<Consumer<Throwable>> stopCallbacks = new CopyOnWriteArrayList<>();
    private final ConditionMonitor closing = new ConditionMonitor();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread thread;
    private volatile @Nullable KafkaConsumer<String, byte[]> consumer;
    private volatile @Nullable KafkaException interruption;
    private volatile @Nullable Throwable failure;

    /** Confined to the reading thread, as is what follows: present until what is known has been read. */
    private Optional<CompletableFuture<Runnable>> preparation = Optional.empty();

    private boolean isOwned;
    private boolean isUncommitted;
    private Duration wait = MIN_WAIT;

    /** @param group name of the consumer group, after the prefix of the installation */
    AlertsReader(KafkaSettings kafka, String group, AlertsOwner owner, LastPoll lastPoll) {
        this.kafka = kafka;
        this.group = group;
        this.topic = kafka.topics().alerting().alerts();
        this.owner = owner;
        this.lastPoll = lastPoll;
        this.thread = DaemonThreads.of("read-" + topic.name(), this::run);
    }

    private KafkaConsumer<String, byte[]> member() {
        var properties = new HashMap<>(
                ClientProperties.member(kafka, group + "-" + kafka.instanceId(), kafka.topicPrefix() + group));
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_AT_ONCE);
        return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Set before the start. */
    void onStop(Consumer<Throwable> callback) {
        stopCallbacks.add(callback);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!closed.get()) {
                join();
            }
        } catch (RuntimeException | Error e) {
            LOG.error("event=group_reader_failed topic={}", topic.name(), e);
            failed(e);
        }
    }

    /** Is a member of the group until it is closed, the broker fails, or the process was stopped for a while. */
    private void join() {
        lastPoll.polled();
        try {
            var member = member();
            consumer = member;
            try {
                member.subscribe(List.of(topic.name()), new Rebalance(member));
                read(member);
            } finally {
                leave(member);
            }
        } catch (WakeupException e) {
            LOG.debug("event=group_reader_closing topic={}", topic.name());
        } catch (KafkaException e) {
            interrupted(e);
        }
    }

    private void read(KafkaConsumer<String, byte[]> member) {
        while (!closed.get()) {
            if (!lastPoll.isRecent()) {
                LOG.warn("event=group_member_slept topic={}", topic.name());
                return;
            }
            lastPoll.polled();
            takeWhatIsPrepared(member);
            for (var read : member.poll(POLL_TIMEOUT)) {
                read(read);
                isUncommitted = true;
            }
            if (isOwned) {
                complete(member);
            }
            recovered();
        }
    }

    private void takeWhatIsPrepared(KafkaConsumer<String, byte[]> member) {
        if (preparation.isPresent() && preparation.get().isDone()) {
            var take = prepared(preparation.get());
            preparation = Optional.empty();
            isOwned = true;
            take.run();
            member.resume(member.assignment());
            LOG.info("event=alerts_owned topic={}", topic.name());
        }
    }

    private static Runnable prepared(CompletableFuture<Runnable> preparation) {
        try {
            return preparation.join();
        } catch (CompletionException e) {
            throw new KafkaException("what is known could not be read", e.getCause());
        }
    }

    private void read(ConsumerRecord<String, byte[]> read) {
        final Alert alert;
        try {
            alert = topic.valueSerde().deserializer().deserialize(topic.name(), read.value());
        } catch (SerializationException e) {
            LOG.warn(
                    "event=record_skipped topic={} partition={} offset={} reason=\"{}\"",
                    read.topic(),
                    read.partition(),
                    read.offset(),
                    e.getMessage());
            return;
        }
        if (alert != null && alert.id().value().equals(read.key())) {
            owner.heard(alert);
        }
    }

    private void complete(KafkaConsumer<String, byte[]> member) {
        owner.complete();
        if (isUncommitted) {
            try {
                member.commitSync();
                isUncommitted = false;
            } catch (RebalanceInProgressException e) {
                LOG.debug("event=commit_postponed topic={}", topic.name());
            }
        }
    }

    private void leave(KafkaConsumer<String, byte[]> member) {
        letGo();
        try {
            member.close(CloseOptions.timeout(LEAVE_TIMEOUT));
        } catch (KafkaException e) {
            LOG.debug("event=group_leave_failed topic={}", topic.name(), e);
        }
    }

    private void letGo() {
        preparation = Optional.empty();
        isUncommitted = false;
        if (isOwned) {
            isOwned = false;
            owner.letGo();
            LOG.info("event=alerts_let_go topic={}", topic.name());
        }
    }

    private void recovered() {
        if (interruption != null) {
            interruption = null;
            wait = MIN_WAIT;
            LOG.info("event=group_reader_resumed topic={}", topic.name());
        }
    }

    private void interrupted(KafkaException cause) {
        if (interruption == null) {
            LOG.warn("event=group_reader_interrupted topic={} cause=\"{}\"", topic.name(), cause.toString());
        }
        interruption = cause;
        var unused = closing.holdsWithin(wait, closed::get);
        var doubled = wait.multipliedBy(2);
        wait = doubled.compareTo(MAX_WAIT) > 0 ? MAX_WAIT : doubled;
    }

    private void failed(Throwable cause) {
        failure = cause;
        // On a separate thread, since a callback may close this reader, which waits for its thread.
        DaemonThreads.of("stopped-" + topic.name(), () -> stopCallbacks.forEach(callback -> callback.accept(cause)))
                .start();
    }

    @Override
    public Health health() {
        var cause = failure;
        if (cause != null) {
            return Health.dead("reading " + topic.name() + " ended: " + cause);
        }
        var interrupted = interruption;
        return interrupted == null
                ? Health.GOOD
                : Health.notReady("reading " + topic.name() + " is interrupted: " + interrupted);
    }

    /** Leaves the group, so that others take over at once. Idempotent, bounded in time. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        closing.announce();
        var member = consumer;
        if (member != null) {
            member.wakeup();
        }
        if (thread.isAlive() && thread != Thread.currentThread()) {
            awaitEnd();
        }
    }

    private void awaitEnd() {
        try {
            thread.join(CLOSE_TIMEOUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Called by Kafka on the reading thread. */
    private final class Rebalance implements ConsumerRebalanceListener {
        private final KafkaConsumer<String, byte[]> member;

        Rebalance(KafkaConsumer<String, byte[]> member) {
            this.member = member;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (!partitions.isEmpty()) {
                member.pause(partitions);
                preparation = Optional.of(CompletableFuture.supplyAsync(
                        owner::prepare, task -> DaemonThreads.of("prepare-" + topic.name(), task)
                                .start()));
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            if (!partitions.isEmpty()) {
                letGo();
            }
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            letGo();
        }
    }
}

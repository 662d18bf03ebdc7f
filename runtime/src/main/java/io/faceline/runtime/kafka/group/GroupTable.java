package io.faceline.runtime.kafka.group;

import io.faceline.contracts.topic.Topic;
import io.faceline.runtime.concurrent.ConditionMonitor;
import io.faceline.runtime.concurrent.DaemonThreads;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.health.HealthCheck;
import io.faceline.runtime.kafka.ClientProperties;
import io.faceline.runtime.kafka.KafkaSettings;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shares the keys of a compacted topic among the instances of a service by a consumer group. Each partition is read from its
 * beginning when it is assigned; nothing is committed. An instance that was stopped for a while lets go of everything and
 * joins again. A record that cannot be read is logged and skipped. Closing leaves the group, so that others take over at
 * once. An exception of the owner is a bug, and ends the reading. Thread-safe.
 */
public final class GroupTable<V> implements HealthCheck, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupTable.class);
    private static final Duration POLL_TIMEOUT = Duration.ofMillis(500);
    private static final Duration LEAVE_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration MIN_WAIT = Duration.ofMillis(100);
    private static final Duration MAX_WAIT = Duration.ofSeconds(10);

    private final Topic<V> topic;
    private final GroupOwner<V> owner;
    private final LastPoll lastPoll;
    private final Supplier<Consumer<String, byte[]>> factory;
    private final List<java.util.function.Consumer<Throwable>> stopCallbacks = new CopyOnWriteArrayList<>();
    private final ConditionMonitor closing = new ConditionMonitor();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread thread;
    private volatile @Nullable Consumer<String, byte[]> consumer;
    private volatile @Nullable KafkaException interruption;
    private volatile @Nullable Throwable failure;

    /** Confined to the reading thread, as is what follows. */
    private final Map<TopicPartition, PartitionContent<V>> assigned = new HashMap<>();

    private Duration wait = MIN_WAIT;

    /**
     * @param name of the group, after the prefix of the installation
     * @param lastPoll is kept up to date with when this instance last asked for records
     */
    public GroupTable(KafkaSettings kafka, Topic<V> topic, String name, GroupOwner<V> owner, LastPoll lastPoll) {
        this(
                topic,
                owner,
                lastPoll,
                () -> new KafkaConsumer<>(
                        ClientProperties.member(kafka, name + "-" + kafka.instanceId(), kafka.topicPrefix() + name),
                        new StringDeserializer(),
                        new ByteArrayDeserializer()));
    }

    GroupTable(Topic<V> topic, GroupOwner<V> owner, LastPoll lastPoll, Supplier<Consumer<String, byte[]>> factory) {
        this.topic = topic;
        this.owner = owner;
        this.lastPoll = lastPoll;
        this.factory = factory;
        this.thread = DaemonThreads.of("own-" + topic.name(), this::run);
    }

    /** Registers a callback for when a bug ends the reading, called on a separate thread. Set before the start. */
    public void onStop(java.util.function.Consumer<Throwable> callback) {
        stopCallbacks.add(callback);
    }

    /** Joins the group soon. */
    public void start() {
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
            var member = factory.get();
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

    private void read(Consumer<String, byte[]> member) {
        while (!closed.get()) {
            if (!lastPoll.isRecent()) {
                LOG.warn("event=group_member_slept topic={}", topic.name());
                owner.lost(partitions(assigned.keySet()));
                assigned.clear();
                return;
            }
            lastPoll.polled();
            member.poll(POLL_TIMEOUT).forEach(this::read);
            recovered();
            takeWhatIsRead(member);
        }
    }

    private void read(ConsumerRecord<String, byte[]> read) {
        var content = assigned.get(new TopicPartition(read.topic(), read.partition()));
        if (content == null || read.key() == null) {
            return;
        }
        final V value;
        try {
            value = topic.valueSerde().deserializer().deserialize(topic.name(), read.value());
        } catch (SerializationException e) {
            LOG.warn(
                    "event=record_skipped topic={} partition={} offset={} reason=\"{}\"",
                    read.topic(),
                    read.partition(),
                    read.offset(),
                    e.getMessage());
            return;
        }
        if (value == null) {
            content.remove(read.key());
        } else {
            content.put(read.key(), value);
        }
    }

    private void takeWhatIsRead(Consumer<String, byte[]> member) {
        for (var entry : Map.copyOf(assigned).entrySet()) {
            var lag = member.currentLag(entry.getKey());
            if (lag.isPresent() && lag.getAsLong() <= 0) {
                entry.getValue().reachedEnd();
            }
        }
    }

    /** Ends the work, then leaves the group. */
    private void leave(Consumer<String, byte[]> member) {
        if (!assigned.isEmpty()) {
            owner.revoked(partitions(assigned.keySet()));
            assigned.clear();
        }
        try {
            member.close(CloseOptions.timeout(LEAVE_TIMEOUT));
        } catch (KafkaException e) {
            LOG.debug("event=group_leave_failed topic={}", topic.name(), e);
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

    private static Set<Integer> partitions(Collection<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::partition).collect(Collectors.toUnmodifiableSet());
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

    /** Lets go of all partitions and leaves the group. Idempotent, bounded in time. */
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
        private final Consumer<String, byte[]> member;

        Rebalance(Consumer<String, byte[]> member) {
            this.member = member;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            member.seekToBeginning(partitions);
            partitions.forEach(
                    partition -> assigned.put(partition, new PartitionContent<>(partition.partition(), owner)));
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            letGo(partitions, owner::revoked);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            letGo(partitions, owner::lost);
        }

        private void letGo(Collection<TopicPartition> partitions, java.util.function.Consumer<Set<Integer>> tell) {
            var held = partitions.stream().filter(assigned::containsKey).toList();
            if (!held.isEmpty()) {
                assigned.keySet().removeAll(held);
                tell.accept(partitions(held));
            }
        }
    }
}

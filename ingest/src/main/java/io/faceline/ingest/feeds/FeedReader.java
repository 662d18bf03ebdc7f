package io.faceline.ingest.feeds;

import io.faceline.runtime.concurrent.ConditionMonitor;
import io.faceline.runtime.concurrent.DaemonThreads;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.health.HealthCheck;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads {@code feeds} as a member of ingest's group. Survives failures of the broker: it joins again after a wait that
 * doubles from 100 ms to 10 s, for as long as it takes. {@link #start}, {@link #close} and {@link #health} may be called
 * by any thread.
 */
final class FeedReader implements HealthCheck, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FeedReader.class);
    private static final Duration POLL_TIMEOUT = Duration.ofMillis(500);
    private static final Duration COMMIT_INTERVAL = Duration.ofSeconds(1);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);
    /** Usually some 100 ms; a group elsewhere waits three seconds for more members. */
    private static final Duration JOIN_TIMEOUT = Duration.ofSeconds(5);

    private static final Duration MIN_WAIT = Duration.ofMillis(100);
    private static final Duration MAX_WAIT = Duration.ofSeconds(10);

    private final String topic;
    private final Supplier<org.apache.kafka.clients.consumer.Consumer<byte[], byte[]>> factory;
    private final OpenOffsets open;
    private final Consumer<FeedRecord> handler;
    private final SkipStale skip;
    private final InstantSource clock;
    private final ConditionMonitor changes = new ConditionMonitor();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final List<Consumer<Throwable>> stopCallbacks = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile org.apache.kafka.clients.consumer.@Nullable Consumer<byte[], byte[]> consumer;
    private volatile boolean isAssigned;
    private volatile boolean isStarted;
    private volatile @Nullable KafkaException interruption;
    private volatile @Nullable Throwable failure;
    private Duration wait = MIN_WAIT;

    FeedReader(
            String topic,
            Supplier<org.apache.kafka.clients.consumer.Consumer<byte[], byte[]>> factory,
            OpenOffsets open,
            Consumer<FeedRecord> handler,
            SkipStale skip,
            InstantSource clock) {
        this.topic = topic;
        this.factory = factory;
        this.open = open;
        this.handler = handler;
        this.skip = skip;
        this.clock = clock;
        this.thread = DaemonThreads.of("read-" + topic, this::run);
    }

    /** Returns once what is written from now on will be read, or after some seconds if others must leave partitions first. */
    boolean isStarted() {
        return isStarted;
    }

    void start() {
        isStarted = true;
        thread.start();
        if (!changes.holdsWithin(JOIN_TIMEOUT, () -> isAssigned || failure != null)) {
            LOG.info("event=feeds_not_yet_assigned topic={}", topic);
        }
    }

    /** Registers a callback for when a bug stops the reader. Set before the start. */
    void onStop(Consumer<Throwable> callback) {
        stopCallbacks.add(callback);
    }

    @Override
    public Health health() {
        var cause = failure;
        if (cause != null) {
            return Health.dead("reading " + topic + " ended: " + cause);
        }
        var interrupted = interruption;
        if (interrupted != null) {
            // All else works; if the broker is away, others say so.
            return Health.warned(List.of("reading " + topic + " is interrupted: " + interrupted));
        }
        return isAssigned || !isStarted ? Health.GOOD : Health.notReady("joining the readers of " + topic);
    }

    private void run() {
        try {
            while (!closed.get()) {
                session();
            }
        } catch (WakeupException e) {
            LOG.debug("event=reader_closing topic={}", topic);
        } catch (RuntimeException | Error e) {
            LOG.error("event=reader_failed topic={}", topic, e);
            failed(e);
        }
    }

    private void failed(Throwable cause) {
        failure = cause;
        changes.announce();
        DaemonThreads.of("stopped-" + topic, () -> stopCallbacks.forEach(callback -> callback.accept(cause)))
                .start();
    }

    /** From joining the group until the broker fails. */
    private void session() {
        try {
            readAsMember();
        } catch (WakeupException | InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            interrupted(e);
        }
        awaitRetry();
    }

    private void readAsMember() {
        var joined = factory.get();
        consumer = joined;
        try {
            joined.subscribe(List.of(topic), new Assignment(joined));
            read(joined);
        } finally {
            leave(joined);
        }
    }

    private void read(org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> joined) {
        var lastCommit = clock.instant();
        while (!closed.get()) {
            var polled = joined.poll(POLL_TIMEOUT);
            for (var read : polled) {
                handler.accept(new FeedRecord(read, clock.instant()));
            }
            skip.after(polled, joined, clock.instant());
            if (isAssigned) {
                recovered();
            }
            var now = clock.instant();
            if (Duration.between(lastCommit, now).compareTo(COMMIT_INTERVAL) >= 0) {
                lastCommit = now;
                commit(joined);
            }
        }
    }

    private void commit(org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> joined) {
        var offsets = open.toCommit();
        if (!offsets.isEmpty()) {
            joined.commitAsync(offsets, (committed, failed) -> {
                if (failed == null) {
                    open.committed(committed);
                } else {
                    LOG.debug("event=feeds_not_committed", failed);
                }
            });
        }
    }

    private void recovered() {
        if (interruption != null) {
            interruption = null;
            wait = MIN_WAIT;
            LOG.info("event=reader_resumed topic={}", topic);
        }
    }

    private void interrupted(KafkaException cause) {
        if (interruption == null) {
            LOG.warn("event=reader_interrupted topic={} cause=\"{}\"", topic, cause.toString());
        }
        interruption = cause;
    }

    private void awaitRetry() {
        if (interruption != null && !changes.holdsWithin(wait, closed::get)) {
            var doubled = wait.multipliedBy(2);
            wait = doubled.compareTo(MAX_WAIT) > 0 ? MAX_WAIT : doubled;
        }
    }

    /** For good if closed: the others then read its partitions at once. */
    private void leave(org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> joined) {
        isAssigned = false;
        try {
            joined.close(CloseOptions.timeout(closed.get() ? CLOSE_TIMEOUT : Duration.ZERO)
                    .withGroupMembershipOperation(
                            closed.get()
                                    ? CloseOptions.GroupMembershipOperation.LEAVE_GROUP
                                    : CloseOptions.GroupMembershipOperation.REMAIN_IN_GROUP));
        } catch (KafkaException e) {
            LOG.debug("event=reader_close_failed topic={}", topic, e);
        }
    }

    /** Stops promptly. Idempotent. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        changes.announce();
        var reading = consumer;
        if (reading != null) {
            reading.wakeup();
        }
        if (thread.isAlive() && thread != Thread.currentThread()) {
            join();
        }
    }

    private void join() {
        try {
            thread.join(CLOSE_TIMEOUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Called by the consumer, while it polls or closes. */
    private final class Assignment implements ConsumerRebalanceListener {
        private final org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> joined;

        Assignment(org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> joined) {
            this.joined = joined;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            // The positions are committed, so that what comes while this process is away is read.
            partitions.forEach(partition -> open.assigned(partition, joined.position(partition)));
            isAssigned = true;
            changes.announce();
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            var offsets = open.toCommit();
            offsets.keySet().retainAll(partitions);
            try {
                joined.commitSync(offsets, CLOSE_TIMEOUT);
            } catch (KafkaException e) {
                LOG.debug("event=feeds_not_committed", e);
            }
            open.lost(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            open.lost(partitions);
        }
    }
}

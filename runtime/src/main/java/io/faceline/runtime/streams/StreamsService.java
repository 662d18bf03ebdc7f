package io.faceline.runtime.streams;

import io.faceline.runtime.concurrent.CloseableStack;
import io.faceline.runtime.concurrent.ConditionMonitor;
import io.faceline.runtime.concurrent.DaemonThreads;
import io.faceline.runtime.concurrent.Throwables;
import io.faceline.runtime.concurrent.WaitTimeoutException;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.kafka.BatchingProfile;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.service.Service;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.processor.internals.DefaultKafkaClientSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stream application and the one place that makes {@link KafkaStreams}: starts it, tells how it is, stops it for good
 * on a bug, replaces a thread that broker trouble ended, and leaves the group on its close, so that a restart takes
 * moments. Safe for all threads.
 */
public final class StreamsService implements Service {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsService.class);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);

    private final String name;
    private final Topology topology;
    private final KafkaSettings kafka;
    private final int threads;
    private final BatchingProfile pace;
    private final ConditionMonitor changes = new ConditionMonitor();
    private final List<Consumer<Throwable>> stopCallbacks = new CopyOnWriteArrayList<>();
    private final List<MeterRegistry> registries = new CopyOnWriteArrayList<>();
    private final List<MeterBinder> meters = new CopyOnWriteArrayList<>();
    private final CloseableStack owned = new CloseableStack();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile @Nullable Throwable trouble;
    private volatile @Nullable KafkaStreams streams;

    public StreamsService(String name, Topology topology, KafkaSettings kafka, int threads) {
        this(name, topology, kafka, threads, BatchingProfile.LOW_LATENCY);
    }

    public StreamsService(String name, Topology topology, KafkaSettings kafka, int threads, BatchingProfile pace) {
        this.name = name;
        this.topology = topology;
        this.kafka = kafka;
        this.threads = threads;
        this.pace = pace;
    }

    /** Hands over something that the topology works with, to be closed behind it. */
    public synchronized StreamsService owning(AutoCloseable resource) {
        owned.add(resource);
        return this;
    }

    /** Shows its operators this too. */
    public synchronized StreamsService measuredBy(MeterBinder meter) {
        meters.add(meter);
        return this;
    }

    /** Returns at once; {@link #awaitRunning} waits. */
    @Override
    public synchronized void start() {
        if (closed.get() || streams != null) {
            throw new IllegalStateException(name + " starts once");
        }
        var properties = StreamsProperties.of(name, kafka, threads, pace);
        var starting = new KafkaStreams(topology, new StreamsConfig(asProperties(properties)), clients());
        starting.setUncaughtExceptionHandler(this::onUncaught);
        starting.setStateListener((now, before) -> onState(now));
        streams = starting;
        registries.forEach(registry -> bind(starting, registry));
        starting.start();
    }

    /**
     * Awaits that all threads have their partitions and stores.
     *
     * @throws WaitTimeoutException when that takes longer
     * @throws IllegalStateException when the application died or was closed instead; the cause says why
     */
    public void awaitRunning(Duration atMost) {
        changes.await(() -> failure.get() != null || closed.get() || isRunning(), atMost, "starting " + name);
        var cause = failure.get();
        if (cause != null) {
            throw new IllegalStateException(name + " died: " + cause, cause);
        }
        if (closed.get()) {
            throw new IllegalStateException(name + " was closed");
        }
    }

    @Override
    public void onStop(Consumer<Throwable> callback) {
        stopCallbacks.add(callback);
    }

    @Override
    public synchronized void bindTo(MeterRegistry registry) {
        registries.add(registry);
        meters.forEach(meter -> meter.bindTo(registry));
        var running = streams;
        if (running != null) {
            bind(running, registry);
        }
    }

    @Override
    public Health health() {
        var cause = failure.get();
        if (cause != null) {
            return Health.dead(name + " stopped: " + cause);
        }
        var running = streams;
        if (running == null || closed.get()) {
            return Health.notReady(name + (closed.get() ? " is closed" : " is not started"));
        }
        return switch (running.state()) {
            case RUNNING -> Health.GOOD;
            case CREATED, REBALANCING -> Health.notReady(name + " is " + running.state());
            case PENDING_SHUTDOWN, PENDING_ERROR, NOT_RUNNING, ERROR -> Health.dead(name + " is " + running.state());
        };
    }

    @Override
    public synchronized void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        changes.announce();
        var running = streams;
        if (running != null && !running.close(leavingTheGroup())) {
            LOG.warn("not closed in time name={} waited={}", name, CLOSE_WITHIN);
        }
        owned.close();
    }

    private boolean isRunning() {
        var running = streams;
        return running != null && running.state() == KafkaStreams.State.RUNNING;
    }

    private StreamThreadExceptionResponse onUncaught(Throwable thrown) {
        if (Throwables.find(thrown, RetriableException.class).isPresent()) {
            trouble = Throwables.root(thrown);
            LOG.warn(
                    "broker trouble, trying again name={} cause={}",
                    name,
                    Throwables.root(thrown).toString());
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        var cause = Throwables.find(thrown, RecordsLostException.class)
                .<Throwable>map(lost -> lost)
                .orElseGet(() -> Throwables.root(thrown));
        stop(cause, thrown);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private void onState(KafkaStreams.State state) {
        if (state == KafkaStreams.State.ERROR) {
            // Only when it was not a bug: Streams cannot replace the thread of a global store and gives up by itself.
            var cause = trouble == null ? new IllegalStateException("the streams client ended in ERROR") : trouble;
            stop(cause, cause);
        }
        changes.announce();
    }

    private void stop(Throwable cause, Throwable logged) {
        if (failure.compareAndSet(null, cause)) {
            LOG.error("stage stopped name={}", name, logged);
            tell(cause);
        }
    }

    /** On a thread of its own, since whoever is told may close this, which awaits the thread that died. */
    private void tell(Throwable cause) {
        changes.announce();
        DaemonThreads.of(name + "-stopped", () -> stopCallbacks.forEach(callback -> callback.accept(cause)))
                .start();
    }

    private DefaultKafkaClientSupplier clients() {
        return kafka.clientProperties().containsKey(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG)
                ? new DefaultKafkaClientSupplier()
                : new FailOnLostOffsets();
    }

    private void bind(KafkaStreams running, MeterRegistry registry) {
        var metrics = new KafkaStreamsMetrics(running);
        metrics.bindTo(registry);
        owned.add(metrics);
    }

    private static CloseOptions leavingTheGroup() {
        return CloseOptions.timeout(CLOSE_WITHIN)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP);
    }

    private static Properties asProperties(java.util.Map<String, Object> properties) {
        var copy = new Properties();
        copy.putAll(properties);
        return copy;
    }
}

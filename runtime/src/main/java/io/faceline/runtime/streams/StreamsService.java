package io.faceline.runtime.streams;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.faceline.contracts.identity.Fingerprint;
import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.topic.Topics;
import io.faceline.runtime.concurrent.CloseableStack;
import io.faceline.runtime.concurrent.ConditionMonitor;
import io.faceline.runtime.concurrent.DaemonThreads;
import io.faceline.runtime.concurrent.Throwables;
import io.faceline.runtime.concurrent.WaitTimeoutException;
import io.faceline.runtime.files.OwnerOnly;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.kafka.BatchingProfile;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.service.Service;
import io.faceline.runtime.settings.FileFault;
import io.faceline.runtime.settings.SettingsException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.TopicPartition;
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
 * Runs a Streams application; the only place that creates {@link KafkaStreams}. Replaces a thread that failed
 * because of the broker or of one record, stops on any other bug, and leaves the group on close, so that a restart is fast. Thread-safe.
 */
public final class StreamsService implements Service {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsService.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);
    /** A record that is worked on for this share of what ends the process is stuck: with the defaults, after 10 s. */
    private static final int STUCK_SHARE = 6;

    private final String name;
    private final Topology topology;
    private final KafkaSettings kafka;
    private final int threads;
    private final BatchingProfile batching;
    private final ConditionMonitor changes = new ConditionMonitor();
    private final List<Consumer<Throwable>> stopCallbacks = new CopyOnWriteArrayList<>();
    private final List<MeterRegistry> registries = new CopyOnWriteArrayList<>();
    private final List<MeterBinder> meters = new CopyOnWriteArrayList<>();

    @GuardedBy("this")
    private final CloseableStack owned = new CloseableStack();

    @GuardedBy("this")
    private Optional<Duration> transaction = Optional.empty();

    @GuardedBy("this")
    private long stateCacheBytes;

    private volatile Optional<SettingsComparison> comparison = Optional.empty();
    private volatile Optional<Backlog> backlog = Optional.empty();

    @GuardedBy("this")
    private Duration maxAge = Backlog.MAX_AGE;

    private volatile @Nullable RecordGuard guard;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile @Nullable Throwable brokerFailure;
    private volatile @Nullable KafkaStreams streams;

    public StreamsService(String name, Topology topology, KafkaSettings kafka, int threads) {
        this(name, topology, kafka, threads, BatchingProfile.LOW_LATENCY);
    }

    public StreamsService(String name, Topology topology, KafkaSettings kafka, int threads, BatchingProfile batching) {
        this.name = name;
        this.topology = topology;
        this.kafka = kafka;
        this.threads = threads;
        this.batching = batching;
    }

    /** Processes each record exactly once: outputs, state and offsets of an instance that was replaced do not count. */
    public StreamsService exactlyOnce() {
        return exactlyOnce(StreamsProperties.TRANSACTION);
    }

    /** @param commit how long readers of committed records wait at most for one, if the stage does not ask to commit */
    public synchronized StreamsService exactlyOnce(Duration commit) {
        transaction = Optional.of(commit);
        return this;
    }

    /**
     * Keeps so many bytes of changed state in memory until the next commit, for stores that ask for it: of a key that
     * changes with each record, only the last value is written to the changelog.
     */
    public synchronized StreamsService cachingState(long bytes) {
        stateCacheBytes = bytes;
        return this;
    }

    /** Takes ownership of a resource of the topology, which is closed after it. */
    public synchronized StreamsService owning(AutoCloseable resource) {
        owned.add(resource);
        return this;
    }

    /** Shows the settings by which this stage decides to its other instances, and compares them with theirs. */
    public StreamsService decidingBy(Fingerprint fingerprint) {
        return decidingBy(fingerprint, SettingsComparison.INTERVAL);
    }

    synchronized StreamsService decidingBy(Fingerprint fingerprint, Duration interval) {
        var own = new StageClientId(name, kafka.instanceId(), fingerprint);
        comparison = Optional.of(new SettingsComparison(own, kafka, interval));
        return this;
    }

    /** Not ready while a record waits for longer than this. */
    synchronized StreamsService readyWithin(Duration age) {
        maxAge = age;
        return this;
    }

    /** Adds metrics. */
    public synchronized StreamsService measuredBy(MeterBinder meter) {
        meters.add(meter);
        return this;
    }

    @Override
    public List<Topic<?>> topics(Topics all) {
        return TopologyTopics.of(topology, all);
    }

    /** Returns immediately; {@link #awaitRunning} waits. */
    @Override
    public synchronized void start() {
        if (closed.get() || streams != null) {
            throw new IllegalStateException(name + " can only be started once");
        }
        restrictState();
        var guarding = owned.add(RecordGuard.open(name, kafka));
        guard = guarding;
        registries.forEach(guarding::bindTo);
        var properties = StreamsProperties.of(name, kafka, threads, batching);
        transaction.ifPresent(commit -> properties.putAll(StreamsProperties.exactlyOnce(kafka, commit)));
        comparison.ifPresent(comparing -> properties.putIfAbsent(
                StreamsConfig.CLIENT_ID_CONFIG, comparing.own().text()));
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, stateCacheBytes);
        properties.put(RecordGuard.CONFIG, guarding);
        var starting = new KafkaStreams(topology, new StreamsConfig(asProperties(properties)), clients());
        // Kafka Streams lets the group read it.
        restrictState();
        starting.setUncaughtExceptionHandler(this::onUncaught);
        starting.setStateListener((now, before) -> onState(now));
        streams = starting;
        for (var registry : registries) {
            bind(starting, registry);
        }
        guarding.watch(stuck -> stop(stuck, stuck));
        starting.start();
        comparison.ifPresent(SettingsComparison::start);
        if (batching == BatchingProfile.LOW_LATENCY) {
            // In the other lanes nobody waits for a frame: a film is a backlog.
            var waiting = owned.add(new Backlog(name, kafka, maxAge, this::partitions));
            backlog = Optional.of(waiting);
            waiting.start();
        }
    }

    /**
     * Waits until all threads have their partitions and state stores.
     *
     * @throws WaitTimeoutException when that takes longer than the timeout
     * @throws IllegalStateException when the application failed or was closed; the cause says why
     */
    public void awaitRunning(Duration timeout) {
        changes.await(() -> failure.get() != null || closed.get() || isRunning(), timeout, "starting " + name);
        var cause = failure.get();
        if (cause != null) {
            throw new IllegalStateException(name + " failed: " + cause, cause);
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
        var guarding = guard;
        if (guarding != null) {
            guarding.bindTo(registry);
        }
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
            case RUNNING -> running();
            case CREATED, REBALANCING -> Health.notReady(name + " is " + running.state());
            case PENDING_SHUTDOWN, PENDING_ERROR, NOT_RUNNING, ERROR -> Health.dead(name + " is " + running.state());
        };
    }

    private Health running() {
        var stuckAfter = kafka.recordTimeout().dividedBy(STUCK_SHARE);
        var reasons = Stream.of(
                        Optional.ofNullable(guard).flatMap(guarding -> guarding.stuck(stuckAfter)),
                        backlog.flatMap(Backlog::reason))
                .flatMap(Optional::stream)
                .toList();
        return new Health(
                true,
                reasons.isEmpty(),
                reasons,
                comparison.map(SettingsComparison::warnings).orElse(List.of()));
    }

    /** The partitions that this instance works on; none while they move. */
    private Set<TopicPartition> partitions() {
        var running = streams;
        if (running == null || running.state() != KafkaStreams.State.RUNNING) {
            return Set.of();
        }
        try {
            return running.metadataForLocalThreads().stream()
                    .flatMap(thread -> thread.activeTasks().stream())
                    .flatMap(task -> task.topicPartitions().stream())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IllegalStateException e) {
            // It ended meanwhile.
            return Set.of();
        }
    }

    @Override
    public synchronized void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        changes.announce();
        comparison.ifPresent(SettingsComparison::close);
        var running = streams;
        if (running != null && !running.close(leaveGroup())) {
            LOG.warn("event=close_timeout name={} waited={}", name, CLOSE_TIMEOUT);
        }
        Optional.ofNullable(guard).ifPresent(RecordGuard::end);
        owned.close();
    }

    private boolean isRunning() {
        var running = streams;
        return running != null && running.state() == KafkaStreams.State.RUNNING;
    }

    private StreamThreadExceptionResponse onUncaught(Throwable thrown) {
        if (closed.get()) {
            LOG.warn(
                    "event=record_interrupted name={} cause=\"{}\"",
                    name,
                    Throwables.root(thrown).toString());
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        if (PassingFailure.is(thrown)) {
            brokerFailure = Throwables.root(thrown);
            LOG.warn(
                    "event=broker_unavailable action=replace_thread name={} cause=\"{}\"",
                    name,
                    Throwables.root(thrown).toString());
            releaseMember(Thread.currentThread());
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        var guarding = guard;
        if (guarding != null && guarding.takeFailure(Thread.currentThread())) {
            LOG.error("event=record_failed action=replace_thread name={}", name, thrown);
            releaseMember(Thread.currentThread());
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        var cause = Throwables.find(thrown, RecordsLostException.class)
                .<Throwable>map(lost -> lost)
                .orElseGet(() -> Throwables.root(thrown));
        stop(cause, thrown);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    /** A replaced thread has a new static id; without its leave the old one keeps its partitions until its session ends. */
    private void releaseMember(Thread ended) {
        DaemonThreads.of(name + "-release", new MemberRelease(kafka, name, ended))
                .start();
    }

    private void onState(KafkaStreams.State state) {
        if (state == KafkaStreams.State.ERROR) {
            // Not a bug: Streams cannot replace the thread of a global store and shuts down.
            var cause = brokerFailure == null
                    ? new IllegalStateException("the Streams client is in state ERROR")
                    : brokerFailure;
            stop(cause, cause);
        }
        changes.announce();
    }

    private void stop(Throwable cause, Throwable logged) {
        if (failure.compareAndSet(null, cause)) {
            LOG.error("event=stage_stopped name={}", name, logged);
            notifyStopped(cause);
        }
    }

    /** Uses a separate thread, since a callback may close this service, which waits for the failed thread. */
    private void notifyStopped(Throwable cause) {
        changes.announce();
        DaemonThreads.of(name + "-stopped", () -> stopCallbacks.forEach(callback -> callback.accept(cause)))
                .start();
    }

    /** Keeps other users out, also where it is in the folder for temporary files. */
    private void restrictState() {
        try {
            OwnerOnly.folder(kafka.stateFolder());
        } catch (IOException e) {
            throw new SettingsException(
                    "the folder " + kafka.stateFolder() + " cannot be used: " + FileFault.reason(e)
                            + "; choose another with FACELINE_STATE_FOLDER",
                    e);
        }
    }

    private DefaultKafkaClientSupplier clients() {
        return kafka.clientProperties().containsKey(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG)
                ? new AnyTimestampClients()
                : new FailOnLostOffsets();
    }

    @GuardedBy("this")
    private void bind(KafkaStreams running, MeterRegistry registry) {
        var metrics = new KafkaStreamsMetrics(running);
        metrics.bindTo(registry);
        owned.add(metrics);
    }

    private static CloseOptions leaveGroup() {
        return CloseOptions.timeout(CLOSE_TIMEOUT)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP);
    }

    private static Properties asProperties(java.util.Map<String, Object> properties) {
        var copy = new Properties();
        copy.putAll(properties);
        return copy;
    }
}

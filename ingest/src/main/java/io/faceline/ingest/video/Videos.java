package io.faceline.ingest.video;

import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.session.SessionState;
import io.faceline.contracts.topic.Retention;
import io.faceline.ingest.spool.Spool;
import io.faceline.ingest.transport.FrameMetrics;
import io.faceline.ingest.transport.RetryingFrameSender;
import io.faceline.runtime.concurrent.DaemonThreads;
import io.faceline.runtime.disk.DiskSpace;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.health.HealthCheck;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.address.AddressSettings;
import io.faceline.runtime.kafka.ConsumedRecord;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.runtime.kafka.TopicReader;
import io.faceline.vision.video.VideoDecoder;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service for videos over HTTP: spool, jobs and housekeeping. */
public final class Videos implements HealthCheck, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Videos.class);
    private static final Duration STARTUP_TIMEOUT = Duration.ofSeconds(30);

    private static final Duration TICK_INTERVAL = Duration.ofSeconds(1);
    private static final Duration TIDY_INTERVAL = Duration.ofSeconds(20);

    private final VideoSettings settings;
    private final AddressSettings addresses;
    private final DiskSpace disk;
    private final Retention retentionOfTopics;
    private final JobStore jobs;
    private final StoredEmbeddings embeddings;
    private final Function<Spool, VideoJobs> open;
    private final TopicReader<SessionState> sessions;
    private final ScheduledExecutorService scheduler =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.called("video-housekeeping"));
    private final List<Consumer<Throwable>> stopCallbacks = new CopyOnWriteArrayList<>();
    private volatile Optional<Started> started = Optional.empty();
    private volatile List<Future<?>> tasks = List.of();

    /** The parts that exist after the start. */
    public record Started(Spool spool, VideoJobs jobs) {}

    public Videos(
            VideoSettings settings,
            AddressSettings addresses,
            RetryingFrameSender.Times times,
            KafkaSettings kafka,
            JobStore jobs,
            RetryingFrameSender.FrameTransport transport,
            FrameMetrics metrics,
            Supplier<VideoDecoder> decoders) {
        this.settings = settings;
        this.addresses = addresses;
        this.disk = DiskSpace.of("videos", settings.spoolFolder(), settings.floor());
        this.retentionOfTopics = kafka.retention();
        this.jobs = jobs;
        this.embeddings = new StoredEmbeddings(kafka);
        var context = new VideoRun.Context(
                jobs,
                transport,
                metrics,
                decoders,
                AnsweredFrameHistory.from(kafka),
                embeddings,
                times,
                settings.maxDuration(),
                InstantSource.system());
        this.open = spool -> new VideoJobs(owner(kafka.instanceId()), spool, context, settings.runningJobs());
        this.sessions = new TopicReader<>(kafka, kafka.topics().sessions(), StartOffset.EARLIEST, this::sessionChanged);
    }

    /** Derives the owner of jobs from the instance id, which may hold any characters. */
    private static String owner(String instanceId) {
        var id = "videos-of-" + instanceId.replaceAll("[^A-Za-z0-9._-]", "-");
        return id.substring(0, Math.min(id.length(), 200));
    }

    /** Starts the service. The {@link JobStore} must have been started before. */
    public void start() {
        var spool = Spool.open(settings.spoolFolder(), settings.limits(), addresses, disk);
        var running = new Started(spool, open.apply(spool));
        started = Optional.of(running);
        sessions.start();
        sessions.awaitCaughtUp(STARTUP_TIMEOUT);
        running.jobs().resume();
        var housekeeping = new VideoRetention(
                jobs, running.jobs(), spool, settings.retention().usual(), retentionOfTopics, InstantSource.system());
        tasks = List.of(
                every(TICK_INTERVAL, running.jobs()::tick),
                every(TICK_INTERVAL, jobs::triggerCompaction),
                every(TIDY_INTERVAL, housekeeping::tidy));
    }

    private Future<?> every(Duration interval, Runnable task) {
        return scheduler.scheduleWithFixedDelay(
                () -> run(task), interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            LOG.error("event=housekeeping_failed", e);
            stopCallbacks.forEach(callback ->
                    DaemonThreads.of("stopped-videos", () -> callback.accept(e)).start());
            throw e;
        }
    }

    private void sessionChanged(ConsumedRecord<SessionState> read) {
        if (read.value() == null) {
            // Anyone may write to the topic: what is no session's id has ended no session.
            var ended = SessionId.parse(read.key());
            started.ifPresent(running -> ended.ifPresent(id -> running.jobs().sessionEnded(id, read.timestamp())));
        }
    }

    /** Deletes the videos of a session that has just ended, also those received since the end was written. */
    public void end(SessionId session) {
        started.ifPresent(running -> running.jobs().sessionEnded(session, Instant.now()));
    }

    /** @throws ProblemException before the start, and where another ingest serves the videos */
    public Started require() {
        return started.orElseThrow(() -> new ProblemException(
                503, "NOT_READY", "this server does not accept videos, or not yet: try again in a moment"));
    }

    /** Registers a callback for when a bug stops the reading of sessions or the housekeeping. Set before the start. */
    public void onStop(Consumer<Throwable> callback) {
        sessions.onStop(callback);
        stopCallbacks.add(callback);
    }

    /** Registers gauges of running and queued jobs and of the size of the spool, and its disk. */
    public void bindTo(MeterRegistry registry) {
        disk.bindTo(registry);
        registry.gauge(
                "faceline.jobs.running",
                this,
                videos -> videos.measure(parts -> parts.jobs().running()));
        registry.gauge(
                "faceline.jobs.queued",
                this,
                videos -> videos.measure(parts -> parts.jobs().waiting()));
        registry.gauge(
                "faceline.spool.bytes",
                this,
                videos -> videos.measure(parts -> parts.spool().bytes()));
    }

    private double measure(Function<Started, Number> value) {
        return started.map(value).map(Number::doubleValue).orElse(0.0);
    }

    @Override
    public Health health() {
        if (started.isEmpty()) {
            return Health.GOOD;
        }
        var hasEnded = !scheduler.isShutdown() && tasks.stream().anyMatch(Future::isDone);
        return hasEnded
                ? Health.dead("the housekeeping of videos was ended by a bug")
                : Health.merge(List.of(sessions.health(), disk.health()));
    }

    @Override
    public void close() {
        scheduler.shutdown();
        sessions.close();
        started.ifPresent(running -> running.jobs().close());
        embeddings.close();
    }
}

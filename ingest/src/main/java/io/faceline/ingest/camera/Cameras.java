package io.faceline.ingest.camera;

import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.camera.CameraState;
import io.faceline.ingest.camera.open.CameraLogins;
import io.faceline.ingest.camera.open.CameraOpener;
import io.faceline.ingest.camera.run.CameraMetrics;
import io.faceline.ingest.camera.run.CameraParts;
import io.faceline.ingest.camera.run.CameraRun;
import io.faceline.ingest.camera.run.CameraStart;
import io.faceline.ingest.camera.run.CameraTarget;
import io.faceline.ingest.transport.FrameMetrics;
import io.faceline.ingest.transport.FrameSender;
import io.faceline.runtime.concurrent.DaemonThreads;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.health.HealthCheck;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.TableReader;
import io.faceline.runtime.kafka.group.GroupTable;
import io.faceline.runtime.kafka.group.LastPoll;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * The cameras that this instance reads: its share of those of the topic {@code cameras}, by a consumer group. A camera is
 * stopped before another instance gets it. Thread-safe.
 */
public final class Cameras implements HealthCheck, AutoCloseable, MeterBinder {
    /** The consumer group, after the prefix of the installation. */
    public static final String GROUP = "cameras";

    private static final Duration STARTUP_TIMEOUT = Duration.ofSeconds(30);

    private final CameraSettings settings;
    private final CameraMetrics metrics = new CameraMetrics();
    private final KafkaCameraOutput output;
    private final GroupTable<Camera> table;
    private final CameraParts watched;
    private final TableReader<CameraState> states;
    private volatile boolean isStarted;
    private final ExecutorService executor = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(), DaemonThreads.called("camera-answers"));

    /** @param frames must be started before this is */
    public Cameras(
            CameraSettings settings,
            KafkaSettings kafka,
            FrameSender frames,
            FrameMetrics frameMetrics,
            CameraOpener opener,
            CameraLogins logins) {
        this.settings = settings;
        this.output = new KafkaCameraOutput(kafka, frames, frameMetrics);
        var lastPoll = new LastPoll(kafka);
        this.watched = new CameraParts(
                opener,
                logins,
                output,
                metrics,
                executor,
                () -> true,
                kafka.instanceId(),
                InstantSource.system(),
                RandomGenerator.getDefault());
        var parts = watched.ownedWhile(lastPoll::isRecent);
        this.states = new TableReader<>(kafka, kafka.topics().cameraStates())
                .keyedBy(state -> state.camera().value());
        this.table = new GroupTable<>(
                kafka, kafka.topics().cameras(), GROUP, new OwnedCameras(parts, states::get), lastPoll);
    }

    /** Starts to share the cameras, unless the settings say that this instance reads none. Idempotent. */
    public synchronized void start() {
        if (settings.isRead() && !isStarted) {
            isStarted = true;
            states.start();
            states.awaitCaughtUp(STARTUP_TIMEOUT);
            table.start();
        }
    }

    /** Reads a camera that no other instance knows. The caller starts and closes the run. */
    public CameraRun watch(Camera camera, CameraTarget target, CameraListener listener) {
        var parts = watched.with(new WatchedOutput(output, listener));
        return new CameraRun(camera, target, parts, CameraStart.AT_ONCE);
    }

    /** As {@link #watch(Camera, CameraTarget, CameraListener)}, opened by other rules than those of this instance. */
    public CameraRun watch(
            Camera camera, CameraTarget target, CameraListener listener, CameraOpener opener, CameraLogins logins) {
        var parts = watched.opened(opener, logins).with(new WatchedOutput(output, listener));
        return new CameraRun(camera, target, parts, CameraStart.AT_ONCE);
    }

    /** Registers a callback for when a bug ends the reading of cameras. Set before the start. */
    public void onStop(Consumer<Throwable> callback) {
        table.onStop(callback);
        states.onStop(callback);
    }

    @Override
    public Health health() {
        return isStarted ? Health.merge(List.of(table.health(), states.health())) : Health.GOOD;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        metrics.bindTo(registry);
        output.bindTo(registry);
    }

    /** Says goodbye to all cameras, then leaves the group. Idempotent, bounded in time. */
    @Override
    public void close() {
        table.close();
        states.close();
        output.close();
        executor.shutdown();
    }
}

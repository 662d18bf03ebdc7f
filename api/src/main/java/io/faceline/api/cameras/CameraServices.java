package io.faceline.api.cameras;

import io.faceline.api.cameras.file.CameraFileSync;
import io.faceline.api.cameras.table.CameraReaders;
import io.faceline.api.cameras.table.CameraWriter;
import io.faceline.api.cameras.view.CameraViews;
import io.faceline.api.events.EventStreams;
import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.camera.CameraId;
import io.faceline.runtime.concurrent.DaemonThreads;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.health.HealthCheck;
import io.faceline.runtime.http.Routes;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.web.access.Access;
import io.faceline.web.view.PersonNames;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Creates and runs the parts that serve cameras. */
public final class CameraServices implements HealthCheck, AutoCloseable {
    private final CameraSettings settings;
    private final InstantSource clock;
    private final CameraReaders known;
    private final CameraWriter writer;
    private final Optional<CameraFileSync> file;
    private final ScheduledExecutorService scheduler =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.called("api-cameras-maintenance"));

    public CameraServices(CameraSettings settings, KafkaSettings kafka, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.known = new CameraReaders(kafka, clock);
        this.writer = new CameraWriter(kafka, known.cameras());
        this.file = settings.file()
                .map(path -> new CameraFileSync(path, settings.max(), known.cameras(), known, writer, clock));
    }

    public void start() {
        known.start();
        var unused = scheduler.scheduleWithFixedDelay(writer::compact, 1, 1, TimeUnit.SECONDS);
        file.ifPresent(sync -> sync.start(scheduler));
    }

    /** Registers a callback for when a bug stops the reading. Set before the start. */
    public void onStop(Consumer<Throwable> callback) {
        known.onStop(callback);
    }

    /**
     * @param people whose names the answers have
     * @param oneByOne runs one task at a time, which waits for Kafka; rejects tasks beyond its capacity
     */
    public List<Routes> routes(
            Access access, HealthCheck people, PersonNames names, EventStreams streams, Executor oneByOne) {
        var rights = new CameraAccess(access, settings.isOpen(), known.cameras(), List.of(known, people));
        var views = new CameraViews(known.states(), known.previews(), clock);
        return List.of(
                new CameraEventRoutes(rights, known, views, names, streams, clock),
                new CameraRoutes(
                        rights,
                        known.cameras(),
                        views,
                        new ChangeCameras(known.cameras(), writer, settings, clock),
                        () -> file.flatMap(CameraFileSync::problem),
                        oneByOne),
                new CameraSightRoutes(rights, known.previews(), known.tracks(), names, clock));
    }

    /** The name of the camera with this source; the source itself if there is none. */
    public String nameOf(String source) {
        return CameraId.parse(source)
                .flatMap(known.cameras()::find)
                .map(Camera::name)
                .orElse(source);
    }

    @Override
    public Health health() {
        return file.map(sync -> Health.merge(List.of(known.health(), sync.health())))
                .orElseGet(known::health);
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
        writer.close();
        known.close();
    }
}

package io.faceline.api.cameras.table;

import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.camera.CameraPreview;
import io.faceline.contracts.camera.CameraState;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.contracts.track.TrackedFrame;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.health.HealthCheck;
import io.faceline.runtime.kafka.ConsumedRecord;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.runtime.kafka.TopicReader;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/** Reads all that is known of cameras. Thread-safe. */
public final class CameraReaders implements HealthCheck, AutoCloseable {
    /**
     * Older tracks are not shown after a start. Kafka keeps the mark of a deleted camera for a day at least, so that what the
     * camera left is told from what a new one with its id saw.
     */
    private static final Duration TRACKS_AT_START = Duration.ofHours(24);
    /** There is one a second of each camera. */
    private static final Duration PREVIEWS_AT_START = Duration.ofSeconds(30);

    private final CameraChanges changes = new CameraChanges();
    private final CameraTable cameras = new CameraTable(changes);
    private final CameraStates states = new CameraStates(cameras, changes);
    private final CameraPreviews previews = new CameraPreviews(cameras, changes);
    private final CameraTracks tracks = new CameraTracks(cameras, changes);
    private final CameraFaces faces = new CameraFaces(cameras, changes);
    private final TopicReader<Camera> cameraReader;
    private final TopicReader<CameraState> stateReader;
    private final TopicReader<CameraPreview> previewReader;
    private final TopicReader<TrackUpdate> trackReader;
    private final TopicReader<TrackedFrame> frameReader;

    public CameraReaders(KafkaSettings kafka, InstantSource clock) {
        var topics = kafka.topics();
        var now = clock.instant();
        cameraReader = new TopicReader<>(kafka, topics.cameras(), StartOffset.EARLIEST, this::apply);
        stateReader = new TopicReader<>(kafka, topics.cameraStates(), StartOffset.EARLIEST, states::apply);
        previewReader = new TopicReader<>(
                kafka, topics.previews(), StartOffset.at(now.minus(PREVIEWS_AT_START)), previews::apply);
        trackReader =
                new TopicReader<>(kafka, topics.tracks(), StartOffset.at(now.minus(TRACKS_AT_START)), tracks::apply);
        frameReader = new TopicReader<>(kafka, topics.trackedFrames(), StartOffset.LATEST, faces::apply)
                .where(faces::mayBeOfCamera);
    }

    private void apply(ConsumedRecord<Camera> consumed) {
        cameras.apply(consumed);
        if (consumed.value() == null) {
            CameraId.parse(consumed.key()).ifPresent(id -> {
                previews.forget(id, consumed.timestamp());
                tracks.forget(id, consumed.timestamp());
            });
        }
    }

    public void start() {
        all().forEach(TopicReader::start);
    }

    /** Registers a callback for when a bug stops the reading. Set before the start. */
    public void onStop(Consumer<Throwable> callback) {
        all().forEach(reader -> reader.onStop(callback));
    }

    private List<TopicReader<?>> all() {
        return List.of(cameraReader, stateReader, previewReader, trackReader, frameReader);
    }

    public CameraChanges changes() {
        return changes;
    }

    public CameraTable cameras() {
        return cameras;
    }

    public CameraStates states() {
        return states;
    }

    public CameraPreviews previews() {
        return previews;
    }

    public CameraTracks tracks() {
        return tracks;
    }

    /** Ready once definitions and states are read; the tracks of a day may come later. */
    @Override
    public Health health() {
        return Health.merge(List.of(
                cameraReader.health(),
                stateReader.health(),
                previewReader.health(),
                onlyLive(trackReader.health()),
                frameReader.health()));
    }

    private static Health onlyLive(Health health) {
        return health.live() ? Health.GOOD : health;
    }

    @Override
    public void close() {
        all().forEach(TopicReader::close);
    }
}

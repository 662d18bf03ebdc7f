package io.faceline.api.cameras.table;

import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.schema.PublicTopic;
import io.faceline.runtime.kafka.CloudEvent;
import io.faceline.runtime.kafka.CompactionSchedule;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.RecordSender;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Writes definitions of cameras, and waits until this process has read them. Blocks. Thread-safe. */
public final class CameraWriter implements CameraWrites, AutoCloseable {
    /** No id of a camera, and so nobody's record. */
    private static final String COMPACTION_KEY = "|";

    private static final Duration READ_TIMEOUT = Duration.ofSeconds(5);

    private final KafkaSettings kafka;
    private final CameraTable table;
    private final RecordSender sender;
    private final CompactionSchedule compaction;

    /** Opens a producer. */
    public CameraWriter(KafkaSettings kafka, CameraTable table) {
        this.kafka = kafka;
        this.table = table;
        this.sender = new RecordSender(kafka, "cameras-" + kafka.instanceId());
        this.compaction = new CompactionSchedule(kafka.topics().retention().replaced(), InstantSource.system());
    }

    @Override
    public void put(Camera camera) {
        write(camera.id(), camera);
    }

    /** Removes its state too, of which no instance may be left that reads the camera. */
    @Override
    public void delete(CameraId id) {
        write(id, null);
        removeState(id.value()).join();
    }

    private void write(CameraId id, Camera camera) {
        var written =
                sender.send(kafka.topics().cameras(), id.value(), camera, null).join();
        table.await(written.partition(), written.offset(), READ_TIMEOUT);
        compaction.recordDeletion();
    }

    /** Has Kafka remove definitions that were replaced or deleted, with their credentials; to be called often. */
    public void compact() {
        if (compaction.isDue()) {
            var topics = kafka.topics();
            for (var partition : table.partitions()) {
                var unused = sender.send(topics.cameras(), partition, COMPACTION_KEY, null, null, List.of());
            }
            var unused = removeState(COMPACTION_KEY);
        }
    }

    private CompletableFuture<RecordMetadata> removeState(String key) {
        var event = CloudEvent.deleted(PublicTopic.CAMERA_STATES, key, Instant.now());
        return sender.send(kafka.topics().cameraStates(), key, null, null, event.headers());
    }

    @Override
    public void close() {
        sender.close();
    }
}

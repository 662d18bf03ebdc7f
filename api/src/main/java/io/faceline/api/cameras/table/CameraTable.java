package io.faceline.api.cameras.table;

import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.camera.CameraId;
import io.faceline.runtime.concurrent.ConditionMonitor;
import io.faceline.runtime.kafka.ConsumedRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The definitions of all cameras, as last read, and when cameras were deleted: what a camera left must not be taken for that of
 * a later one with the same id. Thread-safe.
 */
public final class CameraTable {
    private static final Logger LOG = LoggerFactory.getLogger(CameraTable.class);

    private final Map<CameraId, Camera> cameras = new ConcurrentHashMap<>();
    private final Map<CameraId, Instant> deletedAt = new ConcurrentHashMap<>();
    /** The offset of the last record that was read, by partition. */
    private final Map<Integer, Long> read = new ConcurrentHashMap<>();

    private final ConditionMonitor changed = new ConditionMonitor();
    private final CameraChanges changes;

    /** @param changes are told of every definition and deletion */
    public CameraTable(CameraChanges changes) {
        this.changes = changes;
    }

    public Optional<Camera> find(CameraId id) {
        return Optional.ofNullable(cameras.get(id));
    }

    public Collection<Camera> all() {
        return List.copyOf(cameras.values());
    }

    /** Whether something that began at this time is of the camera that has this id now. */
    public boolean isOf(CameraId id, Instant began) {
        var deleted = deletedAt.get(id);
        return cameras.containsKey(id) && (deleted == null || began.isAfter(deleted));
    }

    /**
     * Waits until a record was read.
     *
     * @throws io.faceline.runtime.concurrent.WaitTimeoutException when that takes longer
     */
    void await(int partition, long offset, Duration timeout) {
        changed.await(
                () -> {
                    var last = read.get(partition);
                    return last != null && last >= offset;
                },
                timeout,
                "reading the camera that was written");
    }

    /** The partitions that have records. */
    Set<Integer> partitions() {
        return Set.copyOf(read.keySet());
    }

    /** Applies a record of the topic. A value under the key of another is skipped. */
    public void apply(ConsumedRecord<Camera> consumed) {
        var camera = consumed.value();
        var id = CameraId.parse(consumed.key());
        if (id.isPresent() && camera == null) {
            delete(id.get(), consumed.timestamp());
        } else if (camera != null && camera.id().value().equals(consumed.key())) {
            cameras.put(camera.id(), camera);
            changes.tell(new CameraChange.OfCamera(camera.id()));
        } else if (camera != null) {
            LOG.warn(
                    "event=record_skipped topic=cameras offset={} reason=\"a value under another key\"",
                    consumed.offset());
        }
        read.put(consumed.partition(), consumed.offset());
        changed.announce();
    }

    private void delete(CameraId id, Instant at) {
        deletedAt.put(id, at);
        cameras.remove(id);
        changes.tell(new CameraChange.Deleted(id));
    }
}

package io.faceline.api.cameras.table;

import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.camera.CameraPreview;
import io.faceline.runtime.kafka.ConsumedRecord;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The newest preview of each camera that is switched on. Thread-safe. */
public final class CameraPreviews {
    /** Larger ones are left out: there is one in memory for each camera. */
    private static final int MAX_BYTES = 512 * 1024;

    private final Map<CameraId, CameraPreview> newest = new ConcurrentHashMap<>();
    private final CameraTable cameras;
    private final CameraChanges changes;

    public CameraPreviews(CameraTable cameras, CameraChanges changes) {
        this.cameras = cameras;
        this.changes = changes;
    }

    /** Empty as well for a camera that is switched off, whose last picture must not look alive. */
    public Optional<CameraPreview> find(CameraId id) {
        return cameras.find(id)
                .filter(Camera::enabled)
                .map(camera -> newest.get(id))
                .filter(preview -> cameras.isOf(id, preview.capturedAt()));
    }

    /** Applies a record of the topic; one of no camera, or under the key of another, is left out. */
    public void apply(ConsumedRecord<CameraPreview> consumed) {
        var preview = consumed.value();
        if (preview == null
                || preview.jpeg().size() > MAX_BYTES
                || !preview.camera().value().equals(consumed.key())
                || cameras.find(preview.camera()).isEmpty()) {
            return;
        }
        newest.put(preview.camera(), notAhead(preview, consumed.timestamp()));
        changes.tell(new CameraChange.Preview(preview.camera()));
    }

    /** Nothing was seen after the broker had it: by a clock that is ahead, an old picture would look alive. */
    private static CameraPreview notAhead(CameraPreview preview, Instant written) {
        return preview.capturedAt().isAfter(written)
                ? new CameraPreview(
                        preview.camera(), preview.frame(), written, preview.width(), preview.height(), preview.jpeg())
                : preview;
    }

    /** Frees the memory of a camera that was deleted at this time. */
    void forget(CameraId id, Instant deletedAt) {
        newest.computeIfPresent(id, (same, known) -> known.capturedAt().isAfter(deletedAt) ? known : null);
    }
}

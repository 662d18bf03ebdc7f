package io.faceline.api.cameras.table;

import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.camera.CameraState;
import io.faceline.runtime.kafka.ConsumedRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The states of the cameras that there are, as last read. Thread-safe. */
public final class CameraStates {
    /** Instances write at each change and every few seconds. */
    private static final Duration CURRENT = Duration.ofSeconds(30);

    private final Map<CameraId, Told> states = new ConcurrentHashMap<>();
    private final CameraTable cameras;
    private final CameraChanges changes;

    /** @param at by the clock of the broker */
    private record Told(CameraState state, Instant at) {}

    public CameraStates(CameraTable cameras, CameraChanges changes) {
        this.cameras = cameras;
        this.changes = changes;
    }

    /** What was last told of a camera; empty if nothing was since it is there. */
    public Optional<CameraState> find(CameraId id) {
        return told(id).map(Told::state);
    }

    /** Whether what was last told is so new that an instance must be reading the camera. */
    public boolean isCurrent(CameraId id, Instant now) {
        return told(id).filter(told -> told.at.plus(CURRENT).isAfter(now)).isPresent();
    }

    private Optional<Told> told(CameraId id) {
        return Optional.ofNullable(states.get(id)).filter(told -> cameras.isOf(id, told.at));
    }

    /** Applies a record of the topic; one under the key of another camera is left out. */
    public void apply(ConsumedRecord<CameraState> consumed) {
        CameraId.parse(consumed.key()).ifPresent(id -> apply(id, consumed));
    }

    private void apply(CameraId id, ConsumedRecord<CameraState> consumed) {
        var state = consumed.value();
        if (state == null) {
            states.remove(id);
        } else if (state.camera().equals(id)) {
            states.put(id, new Told(state, consumed.timestamp()));
        }
        if (cameras.find(id).isPresent()) {
            changes.tell(new CameraChange.OfCamera(id));
        }
    }
}

package io.faceline.api.cameras.table;

import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.camera.CameraId;
import io.faceline.runtime.kafka.ConsumedRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table of cameras whose writes are read at once. */
public final class TestCameraRecords implements CameraWrites {
    public static final Instant THEN = Instant.parse("2026-11-30T12:00:00Z");

    public final CameraChanges changes = new CameraChanges();
    public final CameraTable table = new CameraTable(changes);
    /** Such as {@code put door} and {@code delete door}. */
    public final List<String> writes = new ArrayList<>();

    @Override
    public void put(Camera camera) {
        writes.add("put " + camera.id());
        table.apply(record(camera.id().value(), camera, THEN));
    }

    @Override
    public void delete(CameraId id) {
        writes.add("delete " + id);
        table.apply(record(id.value(), null, THEN));
    }

    public static <V> ConsumedRecord<V> record(String key, V value, Instant at) {
        return new ConsumedRecord<>(key, value, 0, 0, at, Optional.empty(), Optional.empty());
    }
}

package io.faceline.ingest.camera;

import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.camera.CameraCondition;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.camera.CameraState;
import io.faceline.ingest.camera.run.CameraParts;
import io.faceline.ingest.camera.run.CameraRun;
import io.faceline.ingest.camera.run.CameraStart;
import io.faceline.ingest.camera.run.CameraTarget;
import io.faceline.runtime.kafka.group.GroupOwner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the cameras whose partitions this instance owns. They have ended when a partition is let go. Confined to the thread that
 * reads the partitions.
 */
final class OwnedCameras implements GroupOwner<Camera> {
    private static final Logger LOG = LoggerFactory.getLogger(OwnedCameras.class);
    /** Over which the openings of many cameras are spread. */
    private static final Duration MAX_SPREAD = Duration.ofSeconds(10);

    private static final Duration SPREAD_OF_ONE = Duration.ofMillis(500);

    /** Two to the power of 32 by the golden ratio: spreads numbers that follow each other (Knuth, TAOCP 3, 6.4). */
    private static final int GOLDEN = 0x9E3779B9;

    private final CameraParts parts;
    private final Function<String, Optional<CameraState>> lastStates;
    private final Map<Integer, Map<String, CameraRun>> runs = new HashMap<>();
    /** They say goodbye, or have done so. */
    private final List<CameraRun> deleted = new ArrayList<>();

    /** @param lastStates what was last told of a camera, by its id */
    OwnedCameras(CameraParts parts, Function<String, Optional<CameraState>> lastStates) {
        this.parts = parts;
        this.lastStates = lastStates;
    }

    @Override
    public void taken(int partition, Map<String, Camera> values) {
        runs.computeIfAbsent(partition, any -> new HashMap<>());
        var count = values.size() + runs.values().stream().mapToInt(Map::size).sum();
        LOG.info("event=cameras_taken partition={} cameras={}", partition, values.size());
        values.forEach((key, camera) -> start(partition, key, camera, takenOver(camera, delay(key, count))));
    }

    private CameraStart takenOver(Camera camera, Duration delay) {
        var refused = lastStates
                .apply(camera.id().value())
                .filter(last -> last.condition() == CameraCondition.UNAUTHORIZED)
                .filter(last -> last.at().isAfter(camera.changedAt()));
        return new CameraStart(delay, true, refused);
    }

    /** Spread by the id, up to ten seconds for twenty cameras and more; none for a single one. */
    static Duration delay(String key, int cameras) {
        var wanted = SPREAD_OF_ONE.multipliedBy(Math.max(0, cameras - 1));
        var spread = wanted.compareTo(MAX_SPREAD) < 0 ? wanted : MAX_SPREAD;
        var share = Integer.toUnsignedLong(key.hashCode() * GOLDEN);
        return Duration.ofMillis((spread.toMillis() * share) >>> Integer.SIZE);
    }

    @Override
    public void changed(int partition, String key, Camera camera) {
        var running = of(partition).get(key);
        if (running == null) {
            start(partition, key, camera, CameraStart.AT_ONCE);
        } else if (isOf(key, camera)) {
            running.change(camera);
        }
    }

    private void start(int partition, String key, Camera camera, CameraStart start) {
        if (isOf(key, camera)) {
            awaitDeleted(camera.id());
            var run = new CameraRun(camera, CameraTarget.of(camera.id()), parts, start);
            of(partition).put(key, run);
            run.start();
        }
    }

    /** The same camera may just have been deleted: it has one connection at a time. */
    private void awaitDeleted(CameraId camera) {
        deleted.removeIf(CameraRun::hasEnded);
        CameraRun.stopAll(
                deleted.stream().filter(run -> run.id().equals(camera)).toList());
    }

    /** Whoever may write the topic may write any key. */
    private static boolean isOf(String key, Camera camera) {
        var isOwn = key.equals(camera.id().value());
        if (!isOwn) {
            LOG.warn("event=camera_skipped camera={} reason=\"its key is another\"", camera.id());
        }
        return isOwn;
    }

    private Map<String, CameraRun> of(int partition) {
        return runs.computeIfAbsent(partition, any -> new HashMap<>());
    }

    @Override
    public void removed(int partition, String key) {
        var run = of(partition).remove(key);
        if (run == null) {
            CameraId.parse(key).ifPresent(parts.output()::deleted);
        } else {
            // Many may be deleted together, and other cameras must not wait for their goodbyes.
            run.stopThen(() -> parts.output().deleted(run.id()));
            deleted.add(run);
        }
    }

    @Override
    public void revoked(Set<Integer> partitions) {
        stop(partitions);
    }

    @Override
    public void lost(Set<Integer> partitions) {
        LOG.warn("event=cameras_lost partitions={}", partitions);
        stop(partitions);
    }

    private void stop(Set<Integer> partitions) {
        var ending = new ArrayList<>(deleted);
        partitions.stream().map(runs::remove).filter(Objects::nonNull).forEach(held -> ending.addAll(held.values()));
        CameraRun.stopAll(ending);
        deleted.removeIf(CameraRun::hasEnded);
    }
}

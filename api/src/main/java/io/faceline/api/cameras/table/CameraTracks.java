package io.faceline.api.cameras.table;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.runtime.kafka.ConsumedRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The last tracks of each camera, the newest hundred. Only tracks in the camera's own session count: a visitor may call a live
 * source like a camera. Thread-safe.
 */
public final class CameraTracks {
    public static final int MAX_TRACKS = 100;
    /** Also of cameras whose definitions were not read yet; of more, the one that was silent longest is forgotten. */
    private static final int MAX_CAMERAS = 2000;

    private static final Comparator<TrackUpdate> NEWEST = Comparator.<TrackUpdate, Instant>comparing(
                    track -> track.first().capturedAt())
            .thenComparing(TrackUpdate::number)
            .reversed();

    private final CameraTable cameras;
    private final CameraChanges changes;

    /** By camera in the order in which they were last seen, then by track in the order in which they began. */
    @GuardedBy("this")
    private final Map<CameraId, Map<String, TrackUpdate>> tracks = new LinkedHashMap<>(16, 0.75f, true);

    public CameraTracks(CameraTable cameras, CameraChanges changes) {
        this.cameras = cameras;
        this.changes = changes;
    }

    /** The camera whose source and session these are; empty if there is none. */
    static Optional<CameraId> camera(String source, SessionId session) {
        return CameraId.parse(source).filter(id -> id.session().equals(session));
    }

    /** The tracks of a camera, newest first, no older than the camera's retention. */
    public List<TrackUpdate> of(Camera camera, Instant now) {
        return known(camera.id()).stream()
                .filter(track -> isShown(camera, track, now))
                .sorted(NEWEST)
                .toList();
    }

    /** Whether a track is of the camera as it is now, and not older than its retention. */
    public boolean isShown(Camera camera, TrackUpdate track, Instant now) {
        return cameras.isOf(camera.id(), track.first().capturedAt())
                && track.last().capturedAt().isAfter(now.minus(Duration.ofHours(camera.retentionHours())));
    }

    private synchronized List<TrackUpdate> known(CameraId id) {
        return List.copyOf(tracks.getOrDefault(id, Map.of()).values());
    }

    /** Applies a record of the topic. */
    public void apply(ConsumedRecord<TrackUpdate> consumed) {
        var track = consumed.value();
        if (track == null || !track.source().equals(consumed.key())) {
            return;
        }
        camera(track.source(), track.session())
                .filter(id -> put(id, track))
                .filter(id -> cameras.find(id).isPresent())
                .ifPresent(id -> changes.tell(new CameraChange.Track(id, track)));
    }

    /** Whether the track is newer than what was known of it. */
    private synchronized boolean put(CameraId id, TrackUpdate track) {
        var ofCamera = tracks.computeIfAbsent(id, camera -> new HashMap<>());
        var known = ofCamera.get(track.id());
        if (known != null && known.revision() > track.revision()) {
            return false;
        }
        ofCamera.put(track.id(), track);
        if (ofCamera.size() > MAX_TRACKS) {
            ofCamera.remove(ofCamera.values().stream().max(NEWEST).orElseThrow().id());
        }
        if (tracks.size() > MAX_CAMERAS) {
            tracks.remove(tracks.keySet().iterator().next());
        }
        return true;
    }

    /** Frees the memory of a camera that was deleted at this time. */
    synchronized void forget(CameraId id, Instant deletedAt) {
        tracks.computeIfPresent(id, (same, known) -> {
            known.values().removeIf(track -> !track.first().capturedAt().isAfter(deletedAt));
            return known.isEmpty() ? null : known;
        });
    }
}

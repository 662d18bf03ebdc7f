package io.faceline.api.cameras;

import io.faceline.api.cameras.table.CameraChange;
import io.faceline.api.cameras.table.CameraReaders;
import io.faceline.api.cameras.view.CameraEvents;
import io.faceline.api.cameras.view.CameraViews;
import io.faceline.api.cameras.view.PreviewView;
import io.faceline.api.cameras.view.SeenFaces;
import io.faceline.api.cameras.view.SeenTrack;
import io.faceline.api.events.EventStream;
import io.faceline.api.events.Feed;
import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.camera.CameraId;
import io.faceline.web.view.PersonNames;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/**
 * Streams what cameras do as server-sent events: {@code camera} for each at the start and at each change, {@code preview}, {@code
 * faces}, {@code track} and {@code deleted}. What came before is not resent; a client that reconnects gets all cameras again.
 * Confined to the thread that runs it.
 */
final class CameraFeed implements Feed {
    private static final Duration TICK = Duration.ofSeconds(1);

    private final CameraReaders known;
    private final CameraViews views;
    private final boolean isAdmin;
    private final PersonNames names;
    private final InstantSource clock;
    /** Whether the state that was sent of each camera was current. */
    private final Map<CameraId, Boolean> current = new HashMap<>();

    CameraFeed(CameraReaders known, CameraViews views, boolean isAdmin, PersonNames names, InstantSource clock) {
        this.known = known;
        this.views = views;
        this.isAdmin = isAdmin;
        this.names = names;
        this.clock = clock;
    }

    @Override
    public void run(EventStream stream) throws IOException, InterruptedException {
        try (var box = known.changes().listen()) {
            for (var camera : known.cameras().all()) {
                send(camera, stream);
            }
            var checkedAt = clock.instant();
            while (known.health().live()) {
                var next = box.take(TICK);
                if (Thread.interrupted()) {
                    throw new InterruptedException("the stream must end");
                }
                if (next.isPresent()) {
                    send(next.get(), stream);
                }
                if (!clock.instant().isBefore(checkedAt.plus(TICK))) {
                    checkedAt = clock.instant();
                    sendStale(stream);
                }
                if (stream.isQuiet()) {
                    stream.heartbeat();
                }
            }
        }
    }

    private void send(CameraChange change, EventStream stream) throws IOException {
        if (change instanceof CameraChange.Deleted deleted) {
            current.remove(deleted.camera());
            stream.send("deleted", new CameraEvents.Deleted(deleted.camera()));
            return;
        }
        var camera = known.cameras().find(change.camera());
        if (camera.isEmpty()) {
            return;
        }
        if (change instanceof CameraChange.OfCamera) {
            send(camera.get(), stream);
        } else if (change instanceof CameraChange.Preview) {
            sendPreview(camera.get(), stream);
        } else if (change instanceof CameraChange.Faces faces) {
            stream.send("faces", SeenFaces.of(faces.camera(), faces.frame(), names));
        } else if (change instanceof CameraChange.Track track
                && known.tracks().isShown(camera.get(), track.track(), clock.instant())) {
            stream.send("track", new CameraEvents.Track(track.camera(), SeenTrack.of(track.track(), names)));
        }
    }

    private void send(Camera camera, EventStream stream) throws IOException {
        var view = views.of(camera, isAdmin);
        current.put(camera.id(), view.state() != null && view.state().isCurrent());
        stream.send("camera", view);
    }

    private void sendPreview(Camera camera, EventStream stream) throws IOException {
        var preview = known.previews().find(camera.id());
        if (preview.isPresent()) {
            stream.send("preview", new CameraEvents.Preview(camera.id(), PreviewView.of(preview.get())));
        }
    }

    /** Nothing is told of a camera that no instance reads any more. */
    private void sendStale(EventStream stream) throws IOException {
        for (var id : new HashSet<>(current.keySet())) {
            var camera = known.cameras().find(id);
            var isCurrent = known.states().isCurrent(id, clock.instant());
            if (camera.isPresent() && isCurrent != current.get(id)) {
                send(camera.get(), stream);
            }
        }
    }
}

package io.faceline.api.cameras.table;

import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.track.TrackedFrame;
import io.faceline.runtime.kafka.ConsumedRecord;
import io.faceline.runtime.kafka.FrameIdHeader;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.common.header.Headers;

/** Tells of the faces in the frames of cameras. Confined to the thread that reads the topic. */
public final class CameraFaces {
    private final CameraTable cameras;
    private final CameraChanges changes;
    private final Set<CameraId> withFaces = new HashSet<>();

    public CameraFaces(CameraTable cameras, CameraChanges changes) {
        this.cameras = cameras;
        this.changes = changes;
    }

    /** Whether a record may be of a camera, by the id of its frame: {@code <camera>/<milliseconds>-<number>}. */
    public boolean mayBeOfCamera(Headers headers) {
        return FrameIdHeader.in(headers)
                .map(frame -> frame.substring(0, Math.max(0, frame.indexOf('/'))))
                .map(camera -> CameraId.parse(camera).flatMap(cameras::find).isPresent())
                .orElse(true);
    }

    /** Applies a record of the topic. */
    public void apply(ConsumedRecord<TrackedFrame> consumed) {
        var frame = consumed.value();
        if (frame == null || !frame.facts().source().equals(consumed.key())) {
            return;
        }
        CameraTracks.camera(frame.facts().source(), frame.facts().session())
                .filter(id -> cameras.isOf(id, frame.facts().capturedAt()))
                .ifPresent(id -> tell(id, frame));
    }

    /** The first frame without faces takes away those of the one before. */
    private void tell(CameraId id, TrackedFrame frame) {
        var hasFaces = !frame.tracks().isEmpty();
        var hadFaces = hasFaces ? !withFaces.add(id) : withFaces.remove(id);
        if (hasFaces || hadFaces) {
            changes.tell(new CameraChange.Faces(id, frame));
        }
    }
}

package io.faceline.api.cameras;

import io.faceline.api.cameras.definition.CameraFields;
import io.faceline.api.cameras.definition.Fields;
import io.faceline.api.cameras.definition.SignIns;
import io.faceline.api.cameras.table.CameraTable;
import io.faceline.api.cameras.table.CameraWrites;
import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.camera.CameraOrigin;
import io.faceline.runtime.http.ProblemException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes of cameras over HTTP. Blocks. Confined to the thread that makes changes, one at a time, so that none is lost between
 * reading and writing.
 */
final class ChangeCameras {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeCameras.class);

    private final CameraTable cameras;
    private final CameraWrites writes;
    private final SignIns signIns;
    private final CameraFields fields;
    private final CameraSettings settings;
    private final InstantSource clock;

    ChangeCameras(CameraTable cameras, CameraWrites writes, CameraSettings settings, InstantSource clock) {
        this.cameras = cameras;
        this.writes = writes;
        this.signIns = new SignIns(settings.box());
        this.fields = new CameraFields(signIns);
        this.settings = settings;
        this.clock = clock;
    }

    Camera create(Fields given) {
        var camera = fields.create(given, CameraOrigin.API, now());
        if (cameras.find(camera.id()).isPresent()) {
            throw new ProblemException(
                    409,
                    "CAMERA_EXISTS",
                    "there is a camera with the id \"" + camera.id()
                            + "\": change that one, or give this one another \"id\"");
        }
        if (cameras.all().size() >= settings.max()) {
            throw new ProblemException(
                    409,
                    "TOO_MANY_CAMERAS",
                    "there are at most " + settings.max()
                            + " cameras: delete one, or start api with a larger FACELINE_MAX_CAMERAS");
        }
        writes.put(camera);
        LOG.info("event=camera_created camera={}", camera.id());
        return camera;
    }

    Camera change(CameraId id, Fields given) {
        var known = changeable(id);
        var camera = fields.change(known, given, after(known));
        if (CameraFields.at(known.changedAt(), camera).equals(known)) {
            // Otherwise ingest would open it again for nothing.
            return known;
        }
        writes.put(camera);
        LOG.info("event=camera_changed camera={}", id);
        return camera;
    }

    /** @return the camera as it was */
    Camera delete(CameraId id) {
        var known = changeable(id);
        writes.delete(id);
        LOG.info("event=camera_deleted camera={}", id);
        return known;
    }

    /** Has the camera opened at once, without a change. */
    Camera tryNow(CameraId id) {
        var known = known(id);
        signIns.requireReadable(id, known.signIn());
        var again = CameraFields.at(after(known), known);
        writes.put(again);
        return again;
    }

    private Camera changeable(CameraId id) {
        var known = known(id);
        if (known.origin() == CameraOrigin.FILE && settings.file().isPresent()) {
            throw new ProblemException(
                    409,
                    "CAMERA_OF_FILE",
                    "this camera is defined in the file "
                            + settings.file().get().getFileName() + " of the server: change it there");
        }
        return known;
    }

    private Camera known(CameraId id) {
        return cameras.find(id).orElseThrow(CameraAccess::noSuchCamera);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Later than the last change also where a clock is behind: ingest compares. */
    private Instant after(Camera known) {
        var next = known.changedAt().plusMillis(1);
        return next.isAfter(now()) ? next : now();
    }
}

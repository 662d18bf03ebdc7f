package io.faceline.api.cameras;

import io.faceline.api.cameras.table.CameraTable;
import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.camera.CameraId;
import io.faceline.runtime.health.HealthCheck;
import io.faceline.runtime.http.ProblemException;
import io.faceline.web.access.Access;
import io.faceline.web.access.Caller;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who may see and change cameras: an admin, and with a setting everybody may look. Thread-safe. */
final class CameraAccess {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Access access;
    private final boolean isOpen;
    private final CameraTable cameras;
    private final List<HealthCheck> read;

    /**
     * @param isOpen whether everybody may look
     * @param read what must have been read before there is an answer: cameras, and people, whose names it has
     */
    CameraAccess(Access access, boolean isOpen, CameraTable cameras, List<HealthCheck> read) {
        this.access = access;
        this.isOpen = isOpen;
        this.cameras = cameras;
        this.read = List.copyOf(read);
    }

    /** @throws ProblemException unless the caller may look */
    Caller requireViewer(Context context) {
        var caller = access.caller(context);
        if (!isOpen) {
            access.requireAdmin(context);
        }
        requireRead();
        return caller;
    }

    /** @throws ProblemException unless the caller is the admin */
    void requireAdmin(Context context) {
        access.requireAdmin(context);
        requireRead();
    }

    /** @throws ProblemException if there is no such camera */
    Camera camera(Context context) {
        return Optional.of(context.pathParam("id"))
                .flatMap(CameraId::parse)
                .flatMap(cameras::find)
                .orElseThrow(CameraAccess::noSuchCamera);
    }

    static ProblemException noSuchCamera() {
        return new ProblemException(404, "NO_SUCH_CAMERA", "there is no camera with this id");
    }

    private void requireRead() {
        if (!read.stream().allMatch(check -> check.health().ready())) {
            throw ProblemException.later(
                    503,
                    "NOT_READY",
                    "cameras and people are still being read; try again in a moment, see /health",
                    RETRY_AFTER);
        }
    }
}

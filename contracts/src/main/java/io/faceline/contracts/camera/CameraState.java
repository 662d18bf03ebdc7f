package io.faceline.contracts.camera;

import io.faceline.contracts.OmittedIfAbsent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a camera does: topic {@code camera-states}, public JSON, compacted, written by the ingest instance that reads the
 * camera, at each change and every few seconds. Key: the camera's id. A tombstone follows the deletion of the camera.
 *
 * @param reason in words, for an admin; contains no credentials
 * @param since when this condition began
 * @param nextTryAt when the camera is opened again; absent while it is open or off
 * @param redirectedTo where the camera wanted to send its reader; it was not followed
 * @param instance the ingest instance that reads the camera
 * @param at when this was written; a reader that has seen none for half a minute knows that no instance reads the camera
 */
public record CameraState(
        CameraId camera,
        CameraCondition condition,
        String reason,
        Instant since,
        @OmittedIfAbsent @Nullable Instant nextTryAt,
        @OmittedIfAbsent @Nullable String redirectedTo,
        List<CameraNotice> notices,
        CameraFigures figures,
        String instance,
        Instant at) {
    public CameraState {
        notices = List.copyOf(notices);
    }
}

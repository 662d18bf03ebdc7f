package io.faceline.ingest.camera.run;

import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.camera.IgnoredArea;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.FrameOptions;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.FrameId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Numbers the frames of a run: they go on rising when the camera is opened again, and when another run takes it over, since a
 * millisecond has no more than one frame. Not thread-safe.
 */
final class FrameNumbers {
    private final CameraTarget target;
    private final Instant startedAt;
    private long next;

    FrameNumbers(CameraTarget target, Instant startedAt) {
        this.target = target;
        this.startedAt = startedAt;
    }

    /** The facts of the next frame. */
    FrameFacts next(Camera camera, Instant arrivedAt) {
        var start = startedAt.toEpochMilli();
        var number = next++;
        var position = Math.max(0, Duration.between(startedAt, arrivedAt).toNanos() / 1e9);
        return new FrameFacts(
                new FrameId(target.source() + "/" + start + "-" + number),
                target.session(),
                new Role.Probe(),
                target.source(),
                start + number,
                arrivedAt,
                position,
                FrameFacts.ANY_GALLERY,
                options(camera).orElse(null));
    }

    private static Optional<FrameOptions> options(Camera camera) {
        var ignored = camera.ignored().stream()
                .filter(IgnoredArea::faces)
                .map(IgnoredArea::box)
                .toList();
        var areUsual = camera.smallestFace() == null && ignored.isEmpty() && camera.matchThreshold() == null;
        return areUsual
                ? Optional.empty()
                : Optional.of(new FrameOptions(camera.smallestFace(), ignored, camera.matchThreshold()));
    }
}

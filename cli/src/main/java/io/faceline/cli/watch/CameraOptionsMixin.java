package io.faceline.cli.watch;

import io.faceline.cli.cameras.CameraMixin;
import io.faceline.cli.command.CommandFailure;
import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.camera.CameraOrigin;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Option;

/** What is taken of a camera's pictures. */
final class CameraOptionsMixin {
    @Option(
            names = "--fps",
            paramLabel = "N",
            defaultValue = "5",
            description = "Frames to process per second, 0.1 to 30. Default: ${DEFAULT-VALUE}")
    private double framesPerSecond;

    @Option(
            names = "--rotate",
            paramLabel = "N",
            defaultValue = "0",
            description = "Degrees clockwise by which pictures are turned: 0, 90, 180 or 270.")
    private int rotate;

    @Option(
            names = "--aspect",
            paramLabel = "W:H",
            description = "Shape of the scene, such as 16:9, of a camera that squeezes its pictures.")
    private String aspect;

    @Option(names = "--smallest-face", paramLabel = "N", description = "Leave out faces below this size in pixels.")
    private Integer smallestFace;

    @Option(
            names = "--threshold",
            paramLabel = "N",
            description = "Similarity from which a face is a match, 0 to 1, if that is stricter than the usual one.")
    private Double threshold;

    @Option(names = "--no-motion-gate", description = "Process also the frames in which nothing moves.")
    private boolean isUngated;

    /** @throws CommandFailure when an option is out of its range */
    Camera camera(CameraId id, CameraMixin.Source source, Instant now) {
        try {
            return new Camera(
                    id,
                    id.value(),
                    source.address(),
                    null,
                    false,
                    null,
                    source.certificate().orElse(null),
                    framesPerSecond,
                    Camera.DEFAULT_MAX_WIDTH,
                    true,
                    null,
                    List.of(),
                    rotate,
                    aspect,
                    smallestFace,
                    threshold,
                    false,
                    !isUngated,
                    Camera.DEFAULT_RETENTION_HOURS,
                    CameraOrigin.API,
                    now);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.wrongUsage(option(String.valueOf(e.getMessage())));
        }
    }

    /** The message with the names of options instead of those of fields. */
    private static String option(String message) {
        return message.replaceAll("^framesPerSecond", "--fps")
                .replaceAll("^rotate", "--rotate")
                .replaceAll("^aspect", "--aspect")
                .replaceAll("^smallestFace", "--smallest-face")
                .replaceAll("^matchThreshold", "--threshold");
    }
}

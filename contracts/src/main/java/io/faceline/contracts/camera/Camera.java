package io.faceline.contracts.camera;

import io.faceline.contracts.Checks;
import io.faceline.contracts.OmittedIfAbsent;
import io.faceline.contracts.SingleLine;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The definition of a camera that ingest reads: topic {@code cameras}, JSON, compacted, which api alone writes. Key: the id.
 * A tombstone deletes the camera.
 *
 * @param name what the page calls it, one visible line
 * @param substream address of a smaller stream of the same camera
 * @param useSubstream whether the smaller stream is read instead of the main one; a camera has one connection
 * @param signIn where its user name and password are found
 * @param certificate PEM of the certificate that the camera must show, pinned when an admin first used it
 * @param framesPerSecond taken of what the camera sends, 0.1 to 30
 * @param maxWidth pixels; wider pictures are reduced
 * @param enabled whether it is read
 * @param hours when it is read; always if absent
 * @param ignored areas that are not looked at
 * @param rotate degrees clockwise by which pictures are turned: 0, 90, 180 or 270
 * @param aspect width by height that the scene has, such as {@code 16:9}, of a camera that squeezes its pictures
 * @param smallestFace pixels; smaller faces are left out; the detector's own limit if absent
 * @param matchThreshold similarity from which a face is a match, if that is stricter than the gallery's threshold
 * @param keyFramesOnly decodes key frames only, which costs less
 * @param motionGate whether frames of a still scene are dropped
 * @param retentionHours for how long the page and the API show what it saw, 1 to 168
 */
public record Camera(
        CameraId id,
        String name,
        CameraAddress address,
        @OmittedIfAbsent @Nullable CameraAddress substream,
        boolean useSubstream,
        @OmittedIfAbsent @Nullable CameraSignIn signIn,
        @OmittedIfAbsent @Nullable String certificate,
        double framesPerSecond,
        int maxWidth,
        boolean enabled,
        @OmittedIfAbsent @Nullable CameraHours hours,
        List<IgnoredArea> ignored,
        int rotate,
        @OmittedIfAbsent @Nullable String aspect,
        @OmittedIfAbsent @Nullable Integer smallestFace,
        @OmittedIfAbsent @Nullable Double matchThreshold,
        boolean keyFramesOnly,
        boolean motionGate,
        int retentionHours,
        CameraOrigin origin,
        Instant changedAt) {
    public static final double DEFAULT_FRAMES_PER_SECOND = 5;
    public static final int DEFAULT_MAX_WIDTH = 1920;
    public static final int DEFAULT_RETENTION_HOURS = 168;

    private static final int MAX_NAME = 100;
    private static final int MAX_AREAS = 20;
    private static final int MAX_CERTIFICATE = 16_384;
    private static final Set<Integer> TURNS = Set.of(0, 90, 180, 270);
    private static final Pattern ASPECT = Pattern.compile("[1-9][0-9]{0,3}:[1-9][0-9]{0,3}");

    public Camera {
        ignored = List.copyOf(ignored);
        Checks.require(
                !name.isBlank()
                        && name.length() <= MAX_NAME
                        && name.codePoints().allMatch(SingleLine::allows),
                "a camera's name must be one visible line of at most " + MAX_NAME + " characters");
        Checks.between("framesPerSecond", framesPerSecond, 0.1, 30);
        Checks.between("maxWidth", maxWidth, 160, 4096);
        Checks.between("retentionHours", retentionHours, 1, DEFAULT_RETENTION_HOURS);
        Checks.require(TURNS.contains(rotate), "rotate must be 0, 90, 180 or 270, was " + rotate);
        Checks.require(ignored.size() <= MAX_AREAS, "a camera has at most " + MAX_AREAS + " ignored areas");
        Checks.require(
                aspect == null || ASPECT.matcher(aspect).matches(), "aspect must be such as 16:9, was " + aspect);
        if (smallestFace != null) {
            Checks.between("smallestFace", smallestFace, 1, 10_000);
        }
        if (matchThreshold != null) {
            Checks.between("matchThreshold", matchThreshold, 0, 1);
        }
        Checks.require(!useSubstream || substream != null, "useSubstream needs the address of a substream");
        Checks.require(
                certificate == null || certificate.length() <= MAX_CERTIFICATE, "the camera's certificate is too long");
    }

    /** A camera with default settings. */
    public static Camera of(CameraId id, String name, CameraAddress address, CameraOrigin origin, Instant changedAt) {
        return new Camera(
                id,
                name,
                address,
                null,
                false,
                null,
                null,
                DEFAULT_FRAMES_PER_SECOND,
                DEFAULT_MAX_WIDTH,
                true,
                null,
                List.of(),
                0,
                null,
                null,
                null,
                false,
                true,
                DEFAULT_RETENTION_HOURS,
                origin,
                changedAt);
    }

    /** The address that is read. */
    public CameraAddress read() {
        return useSubstream && substream != null ? substream : address;
    }
}

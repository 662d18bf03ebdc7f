package io.faceline.contracts.camera;

import io.faceline.contracts.Checks;
import io.faceline.contracts.identity.SessionId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The id of a camera that ingest reads: 1 to 64 lower-case letters, digits or hyphens. It is the source of the camera's
 * frames, and has no slash, so that no source of {@code feeds} is a camera.
 */
public record CameraId(String value) {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    public CameraId {
        Checks.require(
                ID.matcher(value).matches(),
                "a camera's id must be 1 to 64 lower-case letters, digits or hyphens, was \"" + value + "\"");
    }

    /** The id of this text; empty if it is none. For keys of records, which anyone may write. */
    public static Optional<CameraId> parse(String text) {
        return ID.matcher(text).matches() ? Optional.of(new CameraId(text)) : Optional.empty();
    }

    /** The session of the camera's frames. */
    public SessionId session() {
        return new SessionId(SessionId.CAMERA_PREFIX + value);
    }

    /** The source of the camera's frames. */
    public String source() {
        return value;
    }

    @Override
    public String toString() {
        return value;
    }
}

package io.faceline.contracts.camera;

import io.faceline.contracts.Checks;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Where a camera is, without credentials: {@code rtsp}, {@code rtsps}, {@code http} or {@code https} with a host, {@code
 * v4l2:///dev/videoN}, or {@code file:///…} for a file that is played as a camera.
 *
 * @param value at most 2000 characters
 */
public record CameraAddress(String value) {
    private static final int MAX_LENGTH = 2000;

    /** How the pictures of an address are read. */
    public enum Kind {
        RTSP,
        /** A stream of JPEGs, or one JPEG for each request. */
        HTTP,
        DEVICE,
        FILE
    }

    public CameraAddress {
        Checks.require(value.length() <= MAX_LENGTH, "a camera's address has at most " + MAX_LENGTH + " characters");
        var uri = parsed(value);
        Checks.require(
                uri.getRawUserInfo() == null,
                "a camera's address must not contain a user name or a password: give them as credentials");
        Checks.require(uri.getRawFragment() == null, "a camera's address must not contain \"#\": encode it as %23");
        var kind = kind(uri);
        if (kind == Kind.RTSP || kind == Kind.HTTP) {
            Checks.require(
                    uri.getHost() != null, "a camera's address must name a host, such as rtsp://10.0.0.7/stream1");
        } else {
            Checks.require(
                    uri.getRawAuthority() == null
                            && uri.getPath() != null
                            && uri.getPath().startsWith("/"),
                    "a device or file is named by its whole path, such as v4l2:///dev/video0 or file:///films/door.mp4");
        }
    }

    private static URI parsed(String value) {
        try {
            return new URI(value);
        } catch (URISyntaxException e) {
            // The text of the exception may contain a password.
            throw new IllegalArgumentException(
                    "a camera's address must be a URL, such as rtsp://10.0.0.7/stream1; encode special characters as %..");
        }
    }

    private static Kind kind(URI uri) {
        return switch (String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT)) {
            case "rtsp", "rtsps" -> Kind.RTSP;
            case "http", "https" -> Kind.HTTP;
            case "v4l2" -> Kind.DEVICE;
            case "file" -> Kind.FILE;
            default ->
                throw new IllegalArgumentException(
                        "a camera's address must start with rtsp:, rtsps:, http:, https:, v4l2: or file:");
        };
    }

    public URI uri() {
        return parsed(value);
    }

    public Kind kind() {
        return kind(uri());
    }

    /** Whether the connection is encrypted. */
    public boolean isTls() {
        var scheme = uri().getScheme().toLowerCase(Locale.ROOT);
        return "rtsps".equals(scheme) || "https".equals(scheme);
    }

    @Override
    public String toString() {
        return value;
    }
}

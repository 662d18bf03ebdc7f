package io.faceline.vision.camera;

import io.faceline.contracts.Checks;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Where FFmpeg reads a camera. The caller has resolved the host's name and checked that the address is allowed.
 *
 * @param url {@code rtsp://} or {@code rtsps://} with a numeric host and without credentials; of a file its {@code file:}
 *     URI; of a device its path
 * @param login for the camera
 * @param certificate of the camera in PEM: the only one that is accepted, and without it any
 */
public record FfmpegAddress(Kind kind, String url, Optional<Login> login, Optional<String> certificate) {
    private static final String UNRESERVED = "-._~";

    /** How it is read. */
    public enum Kind {
        RTSP,
        /** Played again and again, at its own rate. */
        FILE,
        /** Of Video4Linux. */
        DEVICE
    }

    /** A user name and a password as they are, without encoding. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return "Login[…]";
        }
    }

    public FfmpegAddress {
        if (kind == Kind.RTSP) {
            var start = url.toLowerCase(Locale.ROOT);
            Checks.require(
                    start.startsWith("rtsp://") || start.startsWith("rtsps://"),
                    "a camera's address must start with rtsp:// or rtsps://");
            Checks.require(authority(url).indexOf('@') < 0, "a camera's address must not contain credentials");
        }
    }

    public static FfmpegAddress rtsp(String url, Optional<Login> login, Optional<String> certificate) {
        return new FfmpegAddress(Kind.RTSP, url, login, certificate);
    }

    public static FfmpegAddress file(Path file) {
        return new FfmpegAddress(Kind.FILE, file.toUri().toString(), Optional.empty(), Optional.empty());
    }

    /** @param device such as {@code /dev/video0} */
    public static FfmpegAddress device(Path device) {
        return new FfmpegAddress(Kind.DEVICE, device.toString(), Optional.empty(), Optional.empty());
    }

    /** The URL with the credentials in it, as FFmpeg wants them: never to be logged. */
    String secretUrl() {
        if (login.isEmpty()) {
            return url;
        }
        var host = url.indexOf("//") + 2;
        return url.substring(0, host) + encoded(login.get().user()) + ":"
                + encoded(login.get().password()) + "@" + url.substring(host);
    }

    /** The host, and the port if it is named. */
    static String authority(String url) {
        var host = url.indexOf("//") + 2;
        var end = host;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return url.substring(host, end);
    }

    static String encoded(String text) {
        var encoded = new StringBuilder();
        for (var octet : text.getBytes(StandardCharsets.UTF_8)) {
            var character = (char) (octet & 0xFF);
            if ((character < 0x80 && Character.isLetterOrDigit(character)) || UNRESERVED.indexOf(character) >= 0) {
                encoded.append(character);
            } else {
                encoded.append(String.format(Locale.ROOT, "%%%02X", octet & 0xFF));
            }
        }
        return encoded.toString();
    }

    @Override
    public String toString() {
        return kind + " " + (kind == Kind.RTSP ? authority(url) : url);
    }
}

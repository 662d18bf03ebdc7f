package io.faceline.cli.cameras;

import io.faceline.contracts.camera.CameraAddress;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address of a camera as somebody typed it, taken apart: user name and password begin behind the scheme and end at the
 * last {@code @} before the first {@code /}, {@code ?} or {@code #}. A path of a film or of a device is an address too. No
 * message repeats what was typed, which may contain a password.
 *
 * @param password of an address that contains one
 */
record TypedAddress(CameraAddress address, Optional<String> user, Optional<String> password) {
    private static final String SEPARATOR = "://";
    private static final Pattern ENCODED = Pattern.compile("([^%]|%[0-9A-Fa-f]{2})*", Pattern.DOTALL);

    /** @throws IllegalArgumentException that says what to do */
    static TypedAddress of(String typed) {
        var text = typed.strip();
        var scheme = text.indexOf(SEPARATOR);
        if (scheme < 0) {
            return new TypedAddress(new CameraAddress(localAddress(text)), Optional.empty(), Optional.empty());
        }
        var begin = scheme + SEPARATOR.length();
        var end = endOfAuthority(text, begin);
        var rest = text.substring(end);
        var authority = text.substring(begin, end);
        var at = authority.lastIndexOf('@');
        if (at < 0) {
            requireClear(rest);
            return new TypedAddress(new CameraAddress(text), Optional.empty(), Optional.empty());
        }
        requireClear(rest);
        var address = new CameraAddress(text.substring(0, begin) + authority.substring(at + 1) + rest);
        var credentials = authority.substring(0, at);
        var colon = credentials.indexOf(':');
        return colon < 0
                ? new TypedAddress(address, Optional.of(decoded(credentials)), Optional.empty())
                : new TypedAddress(
                        address,
                        Optional.of(decoded(credentials.substring(0, colon))),
                        Optional.of(decoded(credentials.substring(colon + 1))));
    }

    private static String localAddress(String text) {
        if (text.startsWith("/dev/")) {
            return "v4l2" + SEPARATOR + text;
        }
        if (isFile(text)) {
            return Path.of(text).toAbsolutePath().toUri().toString();
        }
        throw new IllegalArgumentException(
                "there is no such film; a camera's address starts with rtsp://, rtsps://, http://"
                        + " or https://, or is a device such as /dev/video0");
    }

    private static boolean isFile(String text) {
        try {
            return Files.isRegularFile(Path.of(text));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static int endOfAuthority(String text, int begin) {
        var end = begin;
        while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** A password with a slash would go on behind the host. */
    private static void requireClear(String rest) {
        if (rest.contains("@")) {
            throw new IllegalArgumentException("it is unclear which @ ends the password: leave the password out, and"
                    + " faceline asks for it; write an @ of the path as %40");
        }
    }

    /** A plus is a plus, other than in forms. */
    private static String decoded(String text) {
        if (!ENCODED.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "it is unclear whether the % in user name or password begins an encoded"
                            + " character: leave the password out, and faceline asks for it; write a % of the user name as %25");
        }
        var bytes = new ByteArrayOutputStream();
        for (var i = 0; i < text.length(); ) {
            if (text.charAt(i) == '%') {
                bytes.write(HexFormat.fromHexDigits(text, i + 1, i + 3));
                i += 3;
            } else {
                var next = Character.toString(text.codePointAt(i));
                bytes.writeBytes(next.getBytes(StandardCharsets.UTF_8));
                i += next.length();
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Omits the credentials. */
    @Override
    public String toString() {
        return address.value();
    }
}

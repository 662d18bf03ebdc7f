package io.faceline.api.cameras.definition;

import io.faceline.contracts.camera.CameraAddress;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address as people paste it, taken apart: {@code rtsp://user:password@10.0.0.7/stream1} is an address without credentials
 * and credentials. They begin behind the scheme and end at the last {@code @} before the first {@code /}, {@code ?} or {@code
 * #}; the user name ends at their first colon. Both are decoded where they are percent-encoded. What could be read in two ways
 * is refused, since each wrong try may lock an account. No message repeats what was pasted.
 */
record PastedAddress(CameraAddress address, Optional<Credentials> credentials) {
    private static final String SEPARATOR = "://";
    private static final Pattern ENCODED = Pattern.compile("([^%]|%[0-9A-Fa-f]{2})*");
    private static final Pattern PASSWORD_INSIDE =
            Pattern.compile("(?i).*[/?&;_](password|passwd|pass|pwd)=[^&;_].*", Pattern.DOTALL);

    /** @throws IllegalArgumentException that says what to do */
    static PastedAddress of(String pasted) {
        var text = pasted.strip();
        var scheme = text.indexOf(SEPARATOR);
        if (scheme < 0) {
            return new PastedAddress(new CameraAddress(text.contains("@") ? "" : text), Optional.empty());
        }
        var begin = scheme + SEPARATOR.length();
        var end = endOfAuthority(text, begin);
        var rest = text.substring(end);
        requireNoPassword(rest);
        var authority = text.substring(begin, end);
        var at = authority.lastIndexOf('@');
        var credentials = at < 0 ? Optional.<Credentials>empty() : Optional.of(credentials(authority.substring(0, at)));
        return new PastedAddress(
                new CameraAddress(text.substring(0, begin) + authority.substring(at + 1) + rest), credentials);
    }

    private static int endOfAuthority(String text, int begin) {
        var end = begin;
        while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static void requireNoPassword(String rest) {
        if (rest.contains("@")) {
            throw new IllegalArgumentException("it is unclear which @ ends the password: give user name and password in"
                    + " fields of their own, and write an @ of the path as %40");
        }
        if (PASSWORD_INSIDE.matcher(rest).matches()) {
            throw new IllegalArgumentException(
                    "it contains a password behind the host, which cannot be kept secret: use"
                            + " an address of the camera that asks for user name and password, and give these in fields of their"
                            + " own");
        }
    }

    private static Credentials credentials(String text) {
        var colon = text.indexOf(':');
        return colon < 0
                ? new Credentials(decoded(text), "")
                : new Credentials(decoded(text.substring(0, colon)), decoded(text.substring(colon + 1)));
    }

    /** A plus is a plus, other than in forms. */
    private static String decoded(String text) {
        if (!ENCODED.matcher(text).matches()) {
            throw new IllegalArgumentException("it is unclear whether the % in user name or password begins an encoded"
                    + " character: give user name and password in fields of their own");
        }
        var bytes = new ByteArrayOutputStream();
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '%') {
                bytes.write(HexFormat.fromHexDigits(text, i + 1, i + 3));
                i += 2;
            } else {
                var next = text.codePointAt(i);
                bytes.writeBytes(Character.toString(next).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(next) - 1;
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

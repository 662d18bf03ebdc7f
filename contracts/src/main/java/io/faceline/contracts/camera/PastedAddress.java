package io.faceline.contracts.camera;

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
 *
 * @param password empty also of an address with a user name alone
 */
public record PastedAddress(CameraAddress address, Optional<String> user, Optional<String> password) {
    private static final String SEPARATOR = "://";
    private static final String APART = "give user name and password apart from the address";
    private static final Pattern ENCODED = Pattern.compile("([^%]|%[0-9A-Fa-f]{2})*");
    private static final Pattern PASSWORD_INSIDE =
            Pattern.compile("(?i).*[/?&;_](password|passwd|pass|pwd)=[^&;_].*", Pattern.DOTALL);

    /** @throws IllegalArgumentException that says what to do */
    public static PastedAddress of(String pasted) {
        var text = pasted.strip();
        var scheme = text.indexOf(SEPARATOR);
        if (scheme < 0) {
            return new PastedAddress(
                    new CameraAddress(text.contains("@") ? "" : text), Optional.empty(), Optional.empty());
        }
        var begin = scheme + SEPARATOR.length();
        var end = endOfAuthority(text, begin);
        var rest = text.substring(end);
        requireNoPassword(rest);
        var authority = text.substring(begin, end);
        var at = authority.lastIndexOf('@');
        var address = new CameraAddress(text.substring(0, begin) + authority.substring(at + 1) + rest);
        return at < 0
                ? new PastedAddress(address, Optional.empty(), Optional.empty())
                : signedIn(address, authority.substring(0, at));
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
            throw new IllegalArgumentException(
                    "it is unclear which @ ends the password: " + APART + ", and write an @ of the path as %40");
        }
        if (PASSWORD_INSIDE.matcher(rest).matches()) {
            throw new IllegalArgumentException(
                    "it contains a password behind the host, which cannot be kept secret: use"
                            + " an address of the camera that asks for user name and password, and give these apart from it");
        }
    }

    private static PastedAddress signedIn(CameraAddress address, String credentials) {
        var colon = credentials.indexOf(':');
        var user = decoded(colon < 0 ? credentials : credentials.substring(0, colon));
        if (user.isEmpty()) {
            throw new IllegalArgumentException("it has a password and no user name: " + APART);
        }
        return new PastedAddress(
                address,
                Optional.of(user),
                colon < 0 ? Optional.empty() : Optional.of(decoded(credentials.substring(colon + 1))));
    }

    /** A plus is a plus, other than in forms. */
    private static String decoded(String text) {
        if (!ENCODED.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "it is unclear whether the % in user name or password begins an encoded character: " + APART);
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

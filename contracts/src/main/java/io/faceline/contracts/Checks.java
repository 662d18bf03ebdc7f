package io.faceline.contracts;

import java.util.regex.Pattern;

/** Validates the values of the records. */
public final class Checks {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]*");

    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private static final int MAX_ID_LENGTH = 200;

    private Checks() {}

    /** Whether the text is an id: 1 to 200 letters, digits or {@code ._:/-}. */
    public static boolean isId(String value) {
        return isId(value, MAX_ID_LENGTH);
    }

    public static void id(String what, String value) {
        id(what, value, MAX_ID_LENGTH);
    }

    /** As {@link #id(String, String)}, of ids of another length. */
    public static void id(String what, String value, int maxLength) {
        require(
                isId(value, maxLength),
                what + " must be 1 to " + maxLength + " letters, digits or ._:/-, was \"" + value + "\"");
    }

    private static boolean isId(String value, int maxLength) {
        return value.length() <= maxLength && ID.matcher(value).matches();
    }

    /** Whether the text is 1 to 64 lower-case letters, digits or hyphens: an id that people choose. */
    public static boolean isSlug(String value) {
        return SLUG.matcher(value).matches();
    }

    public static void slug(String what, String value) {
        require(isSlug(value), what + " must be 1 to 64 lower-case letters, digits or hyphens, was \"" + value + "\"");
    }

    /** A text for people: one visible line. */
    public static void line(String what, String value, int maxLength) {
        require(
                !value.isBlank()
                        && value.length() <= maxLength
                        && value.codePoints().allMatch(SingleLine::allows),
                what + " must be one visible line of at most " + maxLength + " characters");
    }

    public static void between(String what, double value, double min, double max) {
        require(value >= min && value <= max, what + " must be between " + min + " and " + max + ", was " + value);
    }

    public static void finite(String what, double value) {
        require(Double.isFinite(value), what + " must be a finite number, was " + value);
    }

    public static void require(boolean valid, String message) {
        if (!valid) {
            throw new IllegalArgumentException(message);
        }
    }
}

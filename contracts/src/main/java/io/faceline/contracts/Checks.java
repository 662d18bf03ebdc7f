package io.faceline.contracts;

import java.util.regex.Pattern;

/** Validates the values of the records. */
public final class Checks {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,199}");

    private Checks() {}

    public static void id(String what, String value) {
        require(
                ID.matcher(value).matches(),
                what + " must be 1 to 200 letters, digits or ._:/-, was \"" + value + "\"");
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

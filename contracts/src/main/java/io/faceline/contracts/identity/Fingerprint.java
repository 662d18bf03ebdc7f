package io.faceline.contracts.identity;

import io.faceline.contracts.Checks;
import io.faceline.contracts.Sha256;
import java.util.Map;
import java.util.TreeMap;

/**
 * Identifies the settings by which a stage decides: equal for equal settings, and without their values.
 *
 * @param value the first twelve hexadecimal digits of a SHA-256 hash
 */
public record Fingerprint(String value) {
    /** The number of hexadecimal digits. */
    public static final int DIGITS = 12;

    public Fingerprint {
        Checks.require(
                value.matches("[0-9a-f]{" + DIGITS + "}"),
                "a fingerprint must be " + DIGITS + " hexadecimal digits, was \"" + value + "\"");
    }

    /** @param deciding the settings by name, whose values have a text that does not depend on the process */
    public static Fingerprint of(Map<String, ?> deciding) {
        var lines = new StringBuilder();
        new TreeMap<>(deciding)
                .forEach((name, value) ->
                        lines.append(name).append('=').append(value).append('\n'));
        return new Fingerprint(Sha256.hex(lines.toString()).substring(0, DIGITS));
    }

    @Override
    public String toString() {
        return value;
    }
}

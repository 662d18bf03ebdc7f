package io.faceline.runtime.settings;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Durations as people write them. */
final class Durations {
    private static final Pattern SHORT = Pattern.compile("(\\d{1,12})(ms|s|m|h|d)");
    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "ms", ChronoUnit.MILLIS,
            "s", ChronoUnit.SECONDS,
            "m", ChronoUnit.MINUTES,
            "h", ChronoUnit.HOURS,
            "d", ChronoUnit.DAYS);

    private Durations() {}

    /** @throws IllegalArgumentException when the text is no duration */
    static Duration parse(String text) {
        var written = SHORT.matcher(text.toLowerCase(Locale.ROOT));
        try {
            return written.matches()
                    ? Duration.of(Long.parseLong(written.group(1)), UNITS.get(written.group(2)))
                    : Duration.parse(text);
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}

package io.faceline.cli.report;

import java.time.Duration;
import java.util.Locale;

/** Formats durations as media players do. */
final class DurationText {
    private static final double MILLIS_PER_SECOND = 1000;

    private DurationText() {}

    /** {@code 0:10}, {@code 12:03}, {@code 1:02:03}; durations below ten seconds with tenths. */
    static String words(double seconds) {
        var time = Duration.ofMillis(Math.round(seconds * MILLIS_PER_SECOND));
        if (time.toSeconds() < 10) {
            return String.format(Locale.ROOT, "%.1f seconds", seconds);
        }
        return time.toHours() == 0
                ? String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart())
                : String.format(
                        Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }
}

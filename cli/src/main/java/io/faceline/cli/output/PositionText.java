package io.faceline.cli.output;

import io.faceline.cli.command.CommandFailure;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** Formats positions in a video as time since its beginning, or as time of day when the start is known. */
public final class PositionText {
    private static final double MILLIS_PER_SECOND = 1000;
    private static final int SECONDS_PER_MINUTE = 60;
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.S");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.S");

    private final Optional<LocalDateTime> start;
    private final DateTimeFormatter format;

    private PositionText(Optional<LocalDateTime> start, DateTimeFormatter format) {
        this.start = start;
        this.format = format;
    }

    public static PositionText sinceBeginning() {
        return new PositionText(Optional.empty(), TIME);
    }

    /** @param start the time of position 0: a time, or a date and time, with or without offset */
    public static PositionText startingAt(String start) {
        try {
            if (start.indexOf('T') < 0 && start.indexOf(' ') < 0) {
                return new PositionText(Optional.of(LocalTime.parse(start).atDate(LocalDate.EPOCH)), TIME);
            }
            return new PositionText(Optional.of(dayAndTime(start.replace(' ', 'T'))), DAY_AND_TIME);
        } catch (DateTimeParseException e) {
            throw CommandFailure.wrongUsage(
                    "--start: \"" + start + "\" is not a time; write 14:30:00 or 2026-05-01T14:30:00");
        }
    }

    private static LocalDateTime dayAndTime(String start) {
        var hasOffset = start.endsWith("Z") || start.matches(".*[+-]\\d\\d:?\\d\\d$");
        return hasOffset ? OffsetDateTime.parse(start).toLocalDateTime() : LocalDateTime.parse(start);
    }

    /** Whether positions are shown as time of day. */
    public boolean isTimeOfDay() {
        return start.isPresent();
    }

    /** The time of day; empty when the start is unknown. */
    Optional<String> time(double position) {
        return start.map(from -> format.format(from.plus(duration(position))));
    }

    /** The time of day, or minutes and seconds: {@code 14:30:03.6}, {@code 0:03.6}, {@code 1:02:03.6}. */
    public String of(double position) {
        return time(position).orElseGet(() -> sinceBeginning(duration(position)));
    }

    private static String sinceBeginning(Duration time) {
        var seconds = time.toMillis() / MILLIS_PER_SECOND % SECONDS_PER_MINUTE;
        // Rounded down, so that 59.96 does not become 60.0.
        var shown = Math.floor(Math.abs(seconds) * 10) / 10;
        var sign = time.isNegative() ? "-" : "";
        return Math.abs(time.toHours()) == 0
                ? String.format(Locale.ROOT, "%s%d:%04.1f", sign, Math.abs(time.toMinutesPart()), shown)
                : String.format(
                        Locale.ROOT,
                        "%s%d:%02d:%04.1f",
                        sign,
                        Math.abs(time.toHours()),
                        Math.abs(time.toMinutesPart()),
                        shown);
    }

    private static Duration duration(double position) {
        return Duration.ofMillis(Math.round(position * MILLIS_PER_SECOND));
    }
}

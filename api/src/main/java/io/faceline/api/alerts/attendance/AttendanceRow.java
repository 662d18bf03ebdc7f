package io.faceline.api.alerts.attendance;

import io.faceline.api.alerts.view.AlertView.AlertPerson;
import io.faceline.contracts.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A time for which somebody was there.
 *
 * @param id the same however often it is asked for: of the person, the day and the number of the row on it
 * @param in null if nobody saw them come
 * @param out null if nobody saw them go, or not yet
 * @param hours null unless both are known
 * @param missing what is not known: {@code in}, {@code out} or null
 * @param source where they came in, or were seen last
 * @param outSource where they went out
 * @param sure whether it was decided that it is they, and it is clear whether they came or went
 * @param corrected whether it was thought to be somebody else at first
 */
record AttendanceRow(
        String id,
        AlertPerson person,
        LocalDate day,
        @Nullable OffsetDateTime in,
        @Nullable OffsetDateTime out,
        @Nullable Double hours,
        @Nullable String missing,
        String source,
        @Nullable String outSource,
        boolean sure,
        boolean corrected) {
    private static final int ID_LENGTH = 26;
    private static final double MINUTES = 60;
    private static final double HUNDREDTHS = 100;

    static AttendanceRow of(AlertPerson person, LocalDate day, int number, Spell spell, ZoneId zone) {
        var id = Sha256.hex(person.id() + "\n" + day + "\n" + number).substring(0, ID_LENGTH);
        var source = spell.in().orElse(spell.last()).source();
        return new AttendanceRow(
                id,
                person,
                day,
                spell.in().map(reading -> time(reading.at(), zone)).orElse(null),
                spell.out().map(reading -> time(reading.at(), zone)).orElse(null),
                spell.duration().map(AttendanceRow::hours).orElse(null),
                missing(spell).orElse(null),
                source,
                spell.out().map(Reading::source).orElse(null),
                spell.readings().allMatch(reading -> reading.isSure() && reading.isClear()),
                spell.readings().anyMatch(Reading::isCorrected));
    }

    static OffsetDateTime time(Instant time, ZoneId zone) {
        return time.truncatedTo(ChronoUnit.SECONDS).atZone(zone).toOffsetDateTime();
    }

    private static Double hours(Duration duration) {
        return Math.round(duration.toMinutes() / MINUTES * HUNDREDTHS) / HUNDREDTHS;
    }

    private static Optional<String> missing(Spell spell) {
        if (spell.in().isEmpty()) {
            return Optional.of("in");
        }
        return spell.out().isEmpty() ? Optional.of("out") : Optional.empty();
    }
}

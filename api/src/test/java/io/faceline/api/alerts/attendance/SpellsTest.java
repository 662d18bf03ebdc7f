package io.faceline.api.alerts.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.api.alerts.view.AlertView.AlertPerson;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.rule.ListId;
import io.faceline.contracts.rule.SourceRole;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpellsTest {
    private static final PersonId ADA = new PersonId("ada");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NINE = Instant.parse("2026-11-28T09:00:00Z");

    private static Reading reading(SourceRole role, Instant at) {
        return new Reading(ADA, at, role.name().toLowerCase(Locale.ROOT), role, true, false);
    }

    private static Reading after(SourceRole role, int seconds) {
        return reading(role, NINE.plusSeconds(seconds));
    }

    private static List<AttendanceRow> rows(LocalDate day, Reading... readings) {
        var spells = Spells.of(List.of(readings));
        return Stream.iterate(0, number -> number < spells.size(), number -> number + 1)
                .map(number -> AttendanceRow.of(new AlertPerson(ADA, "Ada"), day, number, spells.get(number), BERLIN))
                .toList();
    }

    private static List<AttendanceRow> rows(Reading... readings) {
        return rows(LocalDate.of(2026, 11, 28), readings);
    }

    @Test
    void threeReadingsInNinetySeconds_areOne_andNoExit() {
        assertThat(rows(after(SourceRole.BOTH, 90), after(SourceRole.BOTH, 0), after(SourceRole.BOTH, 45)))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.in()).isEqualTo("2026-11-28T10:00:00+01:00");
                    assertThat(row.out()).isNull();
                    assertThat(row.hours()).isNull();
                    assertThat(row.missing()).isEqualTo("out");
                    assertThat(row.sure()).isFalse();
                });
    }

    @Test
    void firstAndLastReading_areInAndOut_whereASourceIsBoth() {
        assertThat(rows(after(SourceRole.BOTH, 0), after(SourceRole.BOTH, 3600), after(SourceRole.BOTH, 27_000)))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.hours()).isEqualTo(7.5);
                    assertThat(row.missing()).isNull();
                });
    }

    @Test
    void lunch_makesTwoRows_andAForgottenExitIsMarked() {
        var rows = rows(
                after(SourceRole.IN, 0),
                after(SourceRole.OUT, 10_800),
                after(SourceRole.OUT, 10_860),
                after(SourceRole.IN, 14_400),
                after(SourceRole.IN, 18_000));

        assertThat(rows).extracting(AttendanceRow::hours).containsExactly(3.0, null);
        assertThat(rows).extracting(AttendanceRow::missing).containsExactly(null, "out");
        assertThat(rows.get(0).sure()).isTrue();
        assertThat(rows.get(0).outSource()).isEqualTo("out");
    }

    @Test
    void exitWithoutAnEntry_isMarked() {
        assertThat(rows(after(SourceRole.OUT, 0))).singleElement().satisfies(row -> {
            assertThat(row.in()).isNull();
            assertThat(row.missing()).isEqualTo("in");
            assertThat(row.hours()).isNull();
        });
    }

    @Test
    void rowsKeepTheirIds_whenMoreIsSeen() {
        var before = rows(after(SourceRole.IN, 0));
        var after = rows(after(SourceRole.IN, 0), after(SourceRole.OUT, 600), after(SourceRole.IN, 1200));

        assertThat(after.get(0).id()).isEqualTo(before.get(0).id());
        assertThat(after.get(1).id()).isNotEqualTo(before.get(0).id());
    }

    @Test
    void nightShift_isOneDay_andHasTheHoursThatPassed() {
        assertThat(night(LocalDate.of(2026, 3, 28))).isEqualTo(7.0);
        assertThat(night(LocalDate.of(2026, 10, 24))).isEqualTo(9.0);
        assertThat(night(LocalDate.of(2026, 6, 1))).isEqualTo(8.0);
    }

    private static Double night(LocalDate day) {
        var query = new AttendanceQuery(new ListId("team"), Optional.empty(), day, day, BERLIN, LocalTime.of(12, 0));
        var in = ZonedDateTime.of(day, LocalTime.of(22, 0), BERLIN).toInstant();
        var out = ZonedDateTime.of(day.plusDays(1), LocalTime.of(6, 0), BERLIN).toInstant();
        assertThat(List.of(query.day(in), query.day(out))).containsOnly(day);
        return rows(day, reading(SourceRole.IN, in), reading(SourceRole.OUT, out))
                .get(0)
                .hours();
    }
}

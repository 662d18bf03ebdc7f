package io.faceline.contracts.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.schedule.DailySpan;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CameraHoursTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "2026-11-30T20:59:59Z, false", // Monday, 21:59:59
        "2026-11-30T21:00:00Z, true",
        "2026-12-01T04:59:59Z, true", // Tuesday, 05:59:59: still Monday's night
        "2026-12-01T05:00:00Z, false",
        "2026-12-01T21:00:00Z, false" // Tuesday's night
    })
    void nightSpan_belongsToTheDayOfItsBegin(Instant instant, boolean isOpen) {
        var hours = hours(DayOfWeek.MONDAY, "22:00", "06:00");

        assertThat(hours.include(instant)).isEqualTo(isOpen);
    }

    /** On Sunday 2026-10-25 the hour from 02:00 comes twice; on Sunday 2026-03-29 it never comes. */
    @ParameterizedTest
    @CsvSource({
        "2026-10-25T00:30:00Z, true", // 02:30 of summer
        "2026-10-25T01:30:00Z, true", // 02:30 of winter
        "2026-10-25T02:00:00Z, false", // 03:00
        "2026-03-29T00:59:59Z, false", // 01:59:59
        "2026-03-29T01:00:00Z, false" // 03:00
    })
    void hours_followTheClockOnTheWall(Instant instant, boolean isOpen) {
        var hours = hours(DayOfWeek.SUNDAY, "02:00", "03:00");

        assertThat(hours.include(instant)).isEqualTo(isOpen);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-29T23:00:00Z, true", "2026-11-30T22:59:59Z, true", "2026-11-30T23:00:00Z, false"})
    void sameTimeTwice_isAWholeDay(Instant instant, boolean isOpen) {
        var hours = hours(DayOfWeek.MONDAY, "00:00", "00:00");

        assertThat(hours.include(instant)).isEqualTo(isOpen);
    }

    private static CameraHours hours(DayOfWeek day, String from, String to) {
        return new CameraHours(
                BERLIN, List.of(new DailySpan(List.of(day), LocalTime.parse(from), LocalTime.parse(to))));
    }
}

package io.faceline.alerting.judge.special.absent;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.rule.RuleSubject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
    private static final String BERLIN = "Europe/Berlin";
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void deadlines_areOneADate_inOrder() {
        var week = deadlines(BERLIN, "07:00", "09:00")
                .between(Instant.parse("2026-06-01T07:00:00Z"), Instant.parse("2026-06-04T07:00:00Z"));

        assertThat(week)
                .containsExactly(
                        deadline("2026-06-02", "2026-06-02T05:00:00Z", "2026-06-02T07:00:00Z"),
                        deadline("2026-06-03", "2026-06-03T05:00:00Z", "2026-06-03T07:00:00Z"),
                        deadline("2026-06-04", "2026-06-04T05:00:00Z", "2026-06-04T07:00:00Z"));
    }

    @Test
    void windowOfTheDayBefore_isOfTheDateOfItsEnd() {
        var night = deadlines(BERLIN, "22:00", "06:00").next(Instant.parse("2026-06-01T12:00:00Z"));

        assertThat(night).contains(deadline("2026-06-02", "2026-06-01T20:00:00Z", "2026-06-02T04:00:00Z"));
    }

    @Test
    void sameTimes_areAWholeDay() {
        var day = deadlines(BERLIN, "09:00", "09:00").next(Instant.parse("2026-06-01T12:00:00Z"));

        assertThat(day).contains(deadline("2026-06-02", "2026-06-01T07:00:00Z", "2026-06-02T07:00:00Z"));
    }

    @Test
    void nights_lastSevenNineAndEightHours() {
        var nights = deadlines(BERLIN, "22:00", "06:00");

        assertThat(lengthOf(nights, "2026-03-29")).isEqualTo(Duration.ofMinutes(420));
        assertThat(lengthOf(nights, "2026-10-25")).isEqualTo(Duration.ofMinutes(540));
        assertThat(lengthOf(nights, "2026-06-02")).isEqualTo(Duration.ofMinutes(480));
    }

    @Test
    void hourThatIsSkipped_isEmpty_andTheOneThatComesTwiceIsTwoHours() {
        var hour = deadlines(BERLIN, "02:00", "03:00");

        assertThat(only(hour, "2026-03-29").isEmpty()).isTrue();
        assertThat(lengthOf(hour, "2026-10-25")).isEqualTo(Duration.ofMinutes(120));
    }

    @Test
    void timeThatIsSkipped_isAnHourLater() {
        assertThat(only(deadlines(BERLIN, "01:00", "02:30"), "2026-03-29"))
                .isEqualTo(deadline("2026-03-29", "2026-03-29T00:00:00Z", "2026-03-29T01:30:00Z"));
    }

    @Test
    void timeThatComesTwice_isTheFirst_once() {
        assertThat(only(deadlines(BERLIN, "01:00", "02:30"), "2026-10-25"))
                .isEqualTo(deadline("2026-10-25", "2026-10-24T23:00:00Z", "2026-10-25T00:30:00Z"));
    }

    @Test
    void windowWhoseBeginIsSkippedBeyondItsEnd_isEmpty() {
        assertThat(only(deadlines(BERLIN, "02:59", "03:00"), "2026-03-29").isEmpty())
                .isTrue();
    }

    @Test
    void midnightThatIsSkipped_isOne() {
        assertThat(only(deadlines("Africa/Cairo", "20:00", "00:00"), "2026-04-24"))
                .isEqualTo(deadline("2026-04-24", "2026-04-23T18:00:00Z", "2026-04-23T22:00:00Z"));
        assertThat(Instant.parse("2026-04-23T22:00:00Z")
                        .atZone(ZoneId.of("Africa/Cairo"))
                        .toLocalTime())
                .isEqualTo(LocalTime.of(1, 0));
    }

    @Test
    void dayThatWasLeftOut_isTheNext_once() {
        var days = deadlines("Pacific/Apia", "07:00", "09:00")
                .between(Instant.parse("2011-12-29T00:00:00Z"), Instant.parse("2012-01-02T00:00:00Z"));

        assertThat(days.map(Deadline::date))
                .containsExactly(
                        LocalDate.parse("2011-12-29"),
                        LocalDate.parse("2011-12-31"),
                        LocalDate.parse("2012-01-01"),
                        LocalDate.parse("2012-01-02"));
    }

    @Test
    void windowAfterADayThatWasLeftOut_beginsOnTheDayBeforeIt() {
        var night = only(deadlines("Pacific/Apia", "22:00", "06:00"), "2011-12-31");

        assertThat(night.from()).isEqualTo(Instant.parse("2011-12-30T08:00:00Z"));
        assertThat(lengthOf(deadlines("Pacific/Apia", "22:00", "06:00"), "2011-12-31"))
                .isEqualTo(Duration.ofHours(8));
    }

    @Test
    void daysOfTheWeek_areThoseOfTheDeadline() {
        var mondays = new Deadlines(
                new RuleSubject.Absent(null, null, List.of(DayOfWeek.MONDAY), LocalTime.of(22, 0), LocalTime.of(6, 0)),
                ZoneId.of(BERLIN));

        var next = mondays.next(Instant.parse("2026-06-02T00:00:00Z")).orElseThrow();

        assertThat(next.date()).isEqualTo(LocalDate.parse("2026-06-08"));
        assertThat(next.from()).isEqualTo(Instant.parse("2026-06-07T20:00:00Z"));
    }

    @Test
    void whoWasInViewAtAnyTimeOfTheWindow_wasThere() {
        var morning = deadlines(BERLIN, "07:00", "09:00");

        assertThat(morning.around(Instant.parse("2026-06-02T04:00:00Z"), Instant.parse("2026-06-02T04:59:59Z")))
                .isEmpty();
        assertThat(morning.around(Instant.parse("2026-06-02T04:00:00Z"), Instant.parse("2026-06-02T05:00:00Z")))
                .hasSize(1);
        assertThat(morning.around(Instant.parse("2026-06-02T06:59:59Z"), Instant.parse("2026-06-02T09:00:00Z")))
                .hasSize(1);
        assertThat(morning.around(Instant.parse("2026-06-02T07:00:00Z"), Instant.parse("2026-06-02T09:00:00Z")))
                .isEmpty();
    }

    @Test
    void whoComesLater_isLateUntilTheNextWindow() {
        var morning = deadlines(BERLIN, "07:00", "09:00");
        var day = deadlines(BERLIN, "09:00", "09:00");

        assertThat(morning.endOfLateness(only(morning, "2026-06-02"))).isEqualTo("2026-06-03T05:00:00Z");
        assertThat(day.endOfLateness(only(day, "2026-06-02"))).isEqualTo("2026-06-03T07:00:00Z");
    }

    private static Deadlines deadlines(String zone, String from, String by) {
        return new Deadlines(
                new RuleSubject.Absent(null, null, List.of(), LocalTime.parse(from), LocalTime.parse(by)),
                ZoneId.of(zone));
    }

    private static Duration lengthOf(Deadlines deadlines, String date) {
        var deadline = only(deadlines, date);
        return Duration.between(deadline.from(), deadline.by());
    }

    /** The one of this date. */
    private static Deadline only(Deadlines deadlines, String date) {
        var noon = LocalDate.parse(date).atTime(12, 0).atZone(deadlines.zone()).toInstant();
        var found = deadlines
                .between(noon.minus(DAY).minus(DAY), noon.plus(DAY).plus(DAY))
                .filter(deadline -> deadline.date().toString().equals(date))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static Deadline deadline(String date, String from, String by) {
        return new Deadline(LocalDate.parse(date), Instant.parse(from), Instant.parse(by));
    }
}

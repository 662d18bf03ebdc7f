package io.faceline.alerting.judge.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.alerting.TestJudge;
import io.faceline.alerting.TestRules;
import io.faceline.alerting.TestTracks;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.FirstOnly;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Hours of rules, also over midnight and when the clocks change. */
class HoursTest {
    private static AlertRule night() {
        return TestRules.person("r", "ada").hours("22:00", "06:00").build();
    }

    private static TestTracks ada(String first) {
        return TestTracks.at("door", Instant.parse(first)).named("ada");
    }

    @Test
    void looksWithinTheHours_count() {
        var judge = new TestJudge(night());

        // 21:59:58 to 22:00:02 in Berlin.
        judge.looks(ada("2026-06-01T19:59:58Z"), 0, 4);

        assertThat(judge.alerts().get(0).secondsInView()).isEqualTo(1);
        assertThat(judge.alerts().get(0).lastSeen()).isEqualTo(Instant.parse("2026-06-01T20:00:01Z"));
    }

    @Test
    void stretchAcrossTheBeginning_hasTwoSeconds() {
        var judge = new TestJudge(
                TestRules.person("r", "ada").hours("22:00", "06:00").after(2).build());

        judge.looks(ada("2026-06-01T19:59:58Z"), 0, 3);
        assertThat(judge.written()).isEmpty();

        judge.track(ada("2026-06-01T19:59:58Z").look(4));
        assertThat(judge.alerts().get(0).secondsInView()).isEqualTo(2);
    }

    @Test
    void looksBetweenTwoReports_areSplitWhereTheHoursBegin() {
        var seconds = LookTimes.secondsWithin(
                night(), Instant.parse("2026-06-01T19:59:59.500Z"), Instant.parse("2026-06-01T20:00:00.700Z"));

        assertThat(seconds).isEqualTo(0.7);
    }

    @Test
    void outsideTheHours_nothingIsSaid_overMidnightItIs() {
        for (var time : List.of("2026-06-01T19:00:00Z", "2026-06-01T04:00:00Z", "2026-06-01T12:00:00Z")) {
            var judge = new TestJudge(night());
            judge.visit(ada(time), 10);
            assertThat(judge.written()).as(time).isEmpty();
        }
        for (var time : List.of("2026-06-01T20:00:00Z", "2026-06-01T22:30:00Z", "2026-06-01T03:59:50Z")) {
            var judge = new TestJudge(night());
            judge.visit(ada(time), 5);
            assertThat(judge.told()).as(time).containsExactly("1:[OPENED]");
        }
    }

    @Test
    void whatIsOpenWhenTheHoursEnd_staysUntilThePersonLeaves() {
        var judge = new TestJudge(night());
        var track = ada("2026-06-01T03:59:50Z");

        judge.looks(track, 0, 60);
        assertThat(judge.open()).hasSize(1);

        judge.end(track).pass(Duration.ofSeconds(60));
        assertThat(judge.open()).isEmpty();
        assertThat(judge.told()).containsExactly("1:[OPENED]");
        assertThat(judge.alerts().get(0).secondsInView()).isEqualTo(10);
    }

    @Test
    void nightsWhenTheClocksChange_haveSevenAndNineHours() {
        assertThat(hours(night(), "2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z"))
                .isEqualTo(7);
        assertThat(hours(night(), "2026-10-24T12:00:00Z", "2026-10-25T12:00:00Z"))
                .isEqualTo(9);
        assertThat(hours(night(), "2026-06-01T12:00:00Z", "2026-06-02T12:00:00Z"))
                .isEqualTo(8);
    }

    @Test
    void hourThatDoesNotExist_neverHolds_andOneThatComesTwiceHoldsTwice() {
        var rule = TestRules.person("r", "ada").hours("02:00", "03:00").build();

        assertThat(hours(rule, "2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z")).isZero();
        assertThat(hours(rule, "2026-10-24T12:00:00Z", "2026-10-25T12:00:00Z")).isEqualTo(2);
    }

    private static double hours(AlertRule rule, String from, String to) {
        return LookTimes.secondsWithin(rule, Instant.parse(from), Instant.parse(to)) / 3600;
    }

    @Test
    void whoStaysThroughTheRepeatedHour_isOneAlert() {
        var rule =
                TestRules.person("r", "ada").hours("02:15", "02:45").silence(0).build();
        var judge = new TestJudge(rule);

        // 02:20 of the first time to 02:40 of the second.
        judge.looks(ada("2026-10-25T00:20:00Z"), 0, 80 * 60);

        assertThat(judge.told()).containsExactly("1:[OPENED]");
        assertThat(judge.alerts().get(0).secondsInView()).isEqualTo(1);
    }

    @Test
    void whoComesBackInTheRepeatedHour_isToldTwice() {
        var rule =
                TestRules.person("r", "ada").hours("02:15", "02:45").silence(0).build();
        var judge = new TestJudge(rule);

        judge.visit(ada("2026-10-25T00:20:00Z"), 5).pass(Duration.ofSeconds(60)).visit(ada("2026-10-25T01:20:00Z"), 5);

        assertThat(judge.told()).containsExactly("1:[OPENED]", "1:[OPENED]");
    }

    @Test
    void firstOfTheDay_isOnceInTheNightOfTheChange() {
        var rule = TestRules.person("r", "ada").first(FirstOnly.DAY).silence(0).build();
        var judge = new TestJudge(rule);

        judge.visit(ada("2026-10-25T00:20:00Z"), 5).pass(Duration.ofSeconds(60));
        judge.visit(ada("2026-10-25T01:20:00Z"), 5).pass(Duration.ofSeconds(60));
        judge.visit(ada("2026-10-25T22:59:00Z"), 5).pass(Duration.ofSeconds(55));
        judge.visit(ada("2026-10-25T23:01:00Z"), 5);

        assertThat(judge.told()).containsExactly("1:[OPENED]", "1:[OPENED]");
    }

    @Test
    void midnightThatDoesNotExist_beginsTheDayAtOne() {
        var cairo = TestRules.person("r", "ada")
                .zone("Africa/Cairo")
                .first(FirstOnly.DAY)
                .silence(0);
        var judge = new TestJudge(cairo.build());

        // The clocks go from 00:00 to 01:00 on 2026-04-24: 23:59 and 01:00 are a minute apart.
        judge.visit(ada("2026-04-23T21:58:00Z"), 5).pass(Duration.ofSeconds(60));
        judge.visit(ada("2026-04-23T22:00:00Z"), 5).pass(Duration.ofSeconds(60));
        judge.visit(ada("2026-04-23T22:30:00Z"), 5);

        assertThat(judge.told()).containsExactly("1:[OPENED]", "1:[OPENED]");
        assertThat(hours(cairo.hours("00:00", "01:00").build(), "2026-04-23T12:00:00Z", "2026-04-24T12:00:00Z"))
                .isZero();
    }

    @Test
    void hoursAreInTheZoneOfTheRule_notOfTheMachine() {
        var tokyo = TestRules.person("r", "ada")
                .zone("Asia/Tokyo")
                .hours("09:00", "10:00")
                .build();

        assertThat(tokyo.includes(Instant.parse("2026-06-01T00:30:00Z"))).isTrue();
        assertThat(tokyo.includes(Instant.parse("2026-06-01T09:30:00Z")
                        .atOffset(ZoneOffset.UTC)
                        .toInstant()))
                .isFalse();
    }

    @Test
    void hoursOfAFilm_areReadInItsOwnTime() {
        // Position 0 is 2027-01-15 09:00 in Berlin.
        var rule =
                TestRules.person("r", "ada").jobs("*").hours("09:01", "09:02").build();
        var judge = new TestJudge(rule);
        var later = Instant.parse("2027-02-01T20:00:00Z");

        var early = TestTracks.film("job-1", 10).named("ada");
        judge.track(early.look(0), later).track(early.look(5), later).track(early.end(), later);
        assertThat(judge.written()).isEmpty();

        var inside = TestTracks.film("job-1", 70).named("ada");
        judge.track(inside.look(0), later).track(inside.look(2), later);
        assertThat(judge.told()).containsExactly("1:[OPENED]");
    }
}

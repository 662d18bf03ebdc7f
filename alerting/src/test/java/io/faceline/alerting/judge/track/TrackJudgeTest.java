package io.faceline.alerting.judge.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.alerting.TestJudge;
import io.faceline.alerting.TestRules;
import io.faceline.alerting.TestTracks;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.alert.AlertKind;
import io.faceline.contracts.alert.AlertNews;
import io.faceline.contracts.alert.AlertReason;
import io.faceline.contracts.alert.AlertScope;
import io.faceline.contracts.alert.AlertState;
import io.faceline.contracts.alert.AlertSubject;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.rule.AlertBreadth;
import io.faceline.contracts.rule.FirstOnly;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.track.TrackEnd;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a rule about a person or a list says. */
class TrackJudgeTest {
    private static final Instant T = Instant.parse("2026-06-01T10:00:00Z");

    private static TestTracks ada(double second) {
        return TestTracks.at("door", T.plusMillis((long) (second * 1000))).named("ada");
    }

    private static TestTracks ada(String source, double second) {
        return TestTracks.at(source, T.plusMillis((long) (second * 1000))).named("ada");
    }

    @Test
    void alert_hasTheIdOfItsOpening_andWhatIsKnown() {
        var judge = new TestJudge(TestRules.person("r", "ada").build());
        var track = ada(0);

        judge.looks(track, 0, 1);

        assertThat(judge.written()).singleElement().satisfies(alert -> {
            assertThat(alert.id())
                    .isEqualTo(AlertId.of(
                            new RuleId("r"),
                            AlertSubject.of(new PersonId("ada")),
                            AlertScope.ofSource("door"),
                            track.id()));
            assertThat(alert.revision()).isEqualTo(1);
            assertThat(alert.state()).isEqualTo(AlertState.OPEN);
            assertThat(alert.changes()).containsExactly(AlertNews.OPENED);
            assertThat(alert.notifies()).isTrue();
            assertThat(alert.kind()).isEqualTo(AlertKind.APPEARED);
            assertThat(alert.source()).isEqualTo("door");
            assertThat(alert.tracks()).containsExactly(track.id());
            assertThat(alert.firstSeen()).isEqualTo(T);
            assertThat(alert.lastSeen()).isEqualTo(T.plusSeconds(1));
            assertThat(alert.secondsInView()).isEqualTo(1);
            assertThat(alert.zone()).isEqualTo("Europe/Berlin");
            assertThat(alert.identity().person()).isEqualTo(new PersonId("ada"));
            assertThat(alert.shot()).isNotNull();
            assertThat(alert.late()).isFalse();
            assertThat(alert.ageMillis()).isEqualTo(200);
        });
    }

    @Test
    void ruleThatWaitsForNothing_speaksAtTheFirstLook() {
        var judge = new TestJudge(TestRules.person("r", "ada").after(0).build());

        judge.track(ada(0).look(0));

        assertThat(judge.told()).containsExactly("1:[OPENED]");
    }

    @Test
    void waiting_isNotWrittenOut() {
        var judge = new TestJudge(TestRules.person("r", "ada").after(3).build());

        judge.looks(ada(0), 0, 2).pass(Duration.ofMinutes(2));

        assertThat(judge.written()).isEmpty();
    }

    @Test
    void waiting_addsTracksWithinTheHold() {
        var judge = new TestJudge(TestRules.person("r", "ada").after(3).build());

        judge.visit(ada(0), 2).visit(ada(10), 2);

        assertThat(judge.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.tracks()).containsExactly(ada(0).id(), ada(10).id());
            assertThat(alert.secondsInView()).isEqualTo(3);
        });
    }

    @Test
    void matchesLooksAndSimilarity_areAskedFor() {
        var rule = TestRules.person("r", "ada").matches(4).similarity(0.6).build();

        var judge = new TestJudge(rule);
        judge.looks(ada(0).matches(3), 0, 5);
        judge.looks(ada(100).similarity(0.5), 0, 5);
        assertThat(judge.written()).isEmpty();

        judge.looks(ada(200).matches(4).similarity(0.6), 0, 1);
        assertThat(judge.told()).containsExactly("1:[OPENED]");
    }

    @Test
    void uncertain_isEnoughOnlyIfTheRuleSaysSo() {
        var sure = new TestJudge(TestRules.person("r", "ada").build());
        var unsure = new TestJudge(TestRules.person("r", "ada").uncertain().build());

        for (var judge : List.of(sure, unsure)) {
            judge.looks(ada(0).maybe("ada"), 0, 3);
        }

        assertThat(sure.written()).isEmpty();
        assertThat(unsure.told()).containsExactly("1:[OPENED]");
    }

    @Test
    void surerName_isTold() {
        var judge = new TestJudge(TestRules.person("r", "ada").uncertain().build());
        var track = ada(0).maybe("ada");

        judge.looks(track, 0, 2).looks(track.named("ada"), 3, 4);

        assertThat(judge.told()).containsExactly("1:[OPENED]", "2:[NAME_SURER]");
    }

    @Test
    void listed_hasAnAlertForEachPerson() {
        var rules = new TestRules().list("vip", "ada", "grace");
        var judge = new TestJudge(TestRules.listed("r", "vip").build(), rules, false);

        judge.looks(ada(0), 0, 2)
                .looks(TestTracks.at("door", T, 1).named("grace"), 0, 2)
                .looks(TestTracks.at("door", T, 2).named("eve"), 0, 2);

        assertThat(judge.alerts())
                .extracting(alert -> alert.subject().value())
                .containsExactly("person:ada", "person:grace");
    }

    @Test
    void newTrackWithinTheHold_joinsTheOpenAlert() {
        var judge = new TestJudge(TestRules.person("r", "ada").build());

        judge.visit(ada(0), 2).pass(Duration.ofSeconds(8)).visit(ada(12), 2);

        assertThat(judge.said()).containsExactly("1:[OPENED]", "2:[TRACK_JOINED]");
        assertThat(judge.told()).containsExactly("1:[OPENED]");
        assertThat(judge.alerts().get(0).tracks()).containsExactly(ada(0).id(), ada(12).id());
    }

    @Test
    void end_addsTheHold() {
        var judge = new TestJudge(TestRules.person("r", "ada").build());

        judge.visit(ada(0), 2).time(T.plusSeconds(41));
        assertThat(judge.open()).hasSize(1);

        judge.time(T.plusSeconds(42));
        assertThat(judge.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.reason()).isEqualTo(AlertReason.ENDED);
            assertThat(alert.changes()).containsExactly(AlertNews.CLOSED);
            assertThat(alert.notifies()).isFalse();
            assertThat(alert.lastSeen()).isEqualTo(T.plusSeconds(2));
        });
    }

    @Test
    void trackThatGoesOn_endsNothing() {
        var judge = new TestJudge(TestRules.person("r", "ada").build());

        judge.looks(ada(0), 0, 2).time(T.plusSeconds(600));

        assertThat(judge.open()).hasSize(1);
    }

    @Test
    void whileCatchingUp_nothingEndsByTheClock_butByLaterLooks() {
        var rules = new TestRules().list("vip", "ada", "grace");
        var judge = new TestJudge(TestRules.listed("r", "vip").build(), rules, false);

        judge.behind().visit(ada(0), 2).time(T.plusSeconds(3600));
        assertThat(judge.open()).hasSize(1);

        judge.track(TestTracks.at("door", T.plusSeconds(300)).named("grace").look(0), T.plusSeconds(3600));
        assertThat(judge.alerts()).singleElement().extracting(Alert::reason).isEqualTo(AlertReason.ENDED);
    }

    @Test
    void looksThatComeLate_areFollowedByLateOnes_soThatTheClockEndsNothingTooEarly() {
        var judge = new TestJudge(TestRules.person("r", "ada").build());
        var late = Duration.ofMinutes(10);

        for (var first : List.of(0, 20)) {
            var track = ada(first);
            judge.time(T.plusSeconds(first).plus(late));
            for (var i = 0; i < 3; i++) {
                judge.track(track.look(i), track.last().plus(late));
            }
            judge.track(track.end(), track.last().plusSeconds(2).plus(late));
        }
        assertThat(judge.said()).containsExactly("1:[OPENED]", "2:[TRACK_JOINED]");

        judge.pass(Duration.ofSeconds(40));
        assertThat(judge.open()).isEmpty();
    }

    @Test
    void silence_countsVisitsOnTheLastAlert() {
        var judge = new TestJudge(TestRules.person("r", "ada").build());

        judge.visit(ada(0), 2).pass(Duration.ofSeconds(60)).visit(ada(120), 2).pass(Duration.ofSeconds(60));

        assertThat(judge.told()).containsExactly("1:[OPENED]");
        assertThat(judge.said()).containsExactly("1:[OPENED]", "2:[CLOSED]", "3:[COUNT]");
        assertThat(judge.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.count()).isEqualTo(1);
            assertThat(alert.state()).isEqualTo(AlertState.CLOSED);
        });
    }

    @Test
    void silence_endsTenMinutesAfterTheLastLook_andVisitsInItDoNotProlongIt() {
        var judge = new TestJudge(TestRules.person("r", "ada").build());

        judge.visit(ada(0), 2).pass(Duration.ofSeconds(60)).visit(ada(500), 2).pass(Duration.ofSeconds(60));
        judge.visit(ada(605), 2);

        assertThat(judge.told()).containsExactly("1:[OPENED]", "1:[OPENED]");
    }

    @Test
    void whoIsStillThereAfterTheSilence_isTold() {
        var judge = new TestJudge(TestRules.person("r", "ada").build());

        judge.visit(ada(0), 2).pass(Duration.ofSeconds(60)).looks(ada(590), 0, 30);

        assertThat(judge.told()).containsExactly("1:[OPENED]", "1:[OPENED]");
    }

    @Test
    void twoHundredTracksInTenMinutes_areOneAlert() {
        var judge = new TestJudge(TestRules.person("r", "ada").hold(2).after(0).build());

        for (var i = 0; i < 200; i++) {
            judge.visit(ada(i * 3), 0).time(T.plusSeconds(i * 3 + 2));
        }
        judge.pass(Duration.ofMinutes(2));

        assertThat(judge.alerts()).singleElement().extracting(Alert::count).isEqualTo(199L);
        assertThat(judge.told()).containsExactly("1:[OPENED]");
        assertThat(judge.written()).hasSizeLessThanOrEqualTo(2 + 12);
    }

    @Test
    void scopes_haveSilencesOfTheirOwn() {
        var perSource = new TestJudge(TestRules.person("r", "ada").build());
        var rules = new TestRules().group("site", "door", "yard");
        var perGroup = new TestJudge(
                TestRules.person("r", "ada").in("site").per(AlertBreadth.GROUP).build(), rules, false);
        var everywhere = new TestJudge(
                TestRules.person("r", "ada").per(AlertBreadth.EVERYWHERE).build());

        for (var judge : List.of(perSource, perGroup, everywhere)) {
            judge.visit(ada("door", 0), 2).visit(ada("yard", 10), 2);
        }

        assertThat(perSource.told()).containsExactly("1:[OPENED]", "1:[OPENED]");
        assertThat(perGroup.said()).containsExactly("1:[OPENED]", "2:[TRACK_JOINED]");
        assertThat(perGroup.alerts().get(0).scope().value()).isEqualTo("group:site");
        assertThat(everywhere.said()).containsExactly("1:[OPENED]", "2:[TRACK_JOINED]");
        assertThat(everywhere.alerts().get(0).scope()).isEqualTo(AlertScope.EVERYWHERE);
        assertThat(everywhere.alerts().get(0).source()).isEqualTo("yard");
    }

    @Test
    void sourceInTwoGroups_hasAnAlertInEach() {
        var rules = new TestRules().group("a", "door").group("b", "door", "yard");
        var judge = new TestJudge(
                TestRules.person("r", "ada").per(AlertBreadth.GROUP).build(), rules, false);

        judge.visit(ada(0), 2);

        assertThat(judge.alerts())
                .extracting(alert -> alert.scope().value())
                .containsExactlyInAnyOrder("group:a", "group:b");
    }

    @Test
    void backlogOfTwoSourcesOutOfOrder_makesWhatLiveWouldHaveMade() {
        var rule = TestRules.person("r", "ada").per(AlertBreadth.EVERYWHERE).build();
        var live = new TestJudge(rule);
        live.visit(ada("door", 0), 2)
                .visit(ada("yard", 30), 2)
                .pass(Duration.ofMinutes(20))
                .visit(ada("door", 1500), 2);
        var backlog = new TestJudge(rule);
        backlog.behind().time(T.plusSeconds(9000));

        backlog.visit(ada("door", 0), 2).visit(ada("door", 1500), 2).visit(ada("yard", 30), 2);

        assertThat(backlog.alerts())
                .extracting(Alert::id)
                .isEqualTo(live.alerts().stream().map(Alert::id).toList());
        assertThat(backlog.alerts()).allMatch(Alert::late);
    }

    @Test
    void backlogOfOneSourceBehindAnother_makesNoSecondAlertOfAPersonInView() {
        var rule = TestRules.person("r", "ada").per(AlertBreadth.EVERYWHERE).build();
        var judge = new TestJudge(rule);
        judge.behind().time(T.plusSeconds(9000));

        judge.looks(ada("door", 0), 0, 10).visit(ada("yard", 1500), 2);

        assertThat(judge.told()).containsExactly("1:[OPENED]");
        assertThat(judge.said()).endsWith("2:[COUNT]");
    }

    @Test
    void clockOfTheSource_thatIsAnHourOff_makesTheSameAlerts() {
        var rule = TestRules.person("r", "ada").build();
        var ids = new HashSet<List<AlertId>>();

        for (var hours : List.of(-1, 0, 1)) {
            var judge = new TestJudge(rule);
            for (var first : List.of(0, 20, 300, 1500)) {
                visit(judge, ada(first), Duration.ofHours(hours));
            }
            ids.add(judge.alerts().stream().map(Alert::id).toList());
        }

        assertThat(ids).hasSize(1);
        assertThat(ids.iterator().next()).hasSize(2);
    }

    /** A visit of which the camera's clock is so much before that of the judge. */
    private static void visit(TestJudge judge, TestTracks track, Duration off) {
        for (var i = 0; i < 4; i++) {
            judge.track(track.look(i), track.last().plus(off))
                    .time(track.last().plus(off).plusMillis(500));
        }
        judge.track(track.end(), track.last().plusSeconds(2).plus(off)).pass(Duration.ofSeconds(1));
    }

    @Test
    void tooLong_beginsASilence() {
        var judge = new TestJudge(TestRules.person("r", "ada").longest(60).build());

        judge.visit(ada(0), 100).pass(Duration.ofSeconds(60)).visit(ada(300), 5);

        assertThat(judge.told()).containsExactly("1:[OPENED]");
    }

    @Test
    void tooLong_closesAndIsQuietUntilItHasBeenAway() {
        var judge = new TestJudge(
                TestRules.person("r", "ada").longest(60).silence(0).build());

        judge.looks(ada(0), 0, 200);
        assertThat(judge.said()).containsExactly("1:[OPENED]", "2:[CLOSED]");
        assertThat(judge.alerts().get(0).reason()).isEqualTo(AlertReason.TOO_LONG);

        judge.visit(ada(205), 5).pass(Duration.ofSeconds(60)).visit(ada(400), 2);
        assertThat(judge.told()).containsExactly("1:[OPENED]", "1:[OPENED]");
    }

    @Test
    void levels_areToldOnce() {
        var judge = new TestJudge(TestRules.person("r", "ada").levels(5, 10).build());

        judge.looks(ada(0), 0, 20);

        assertThat(judge.told()).containsExactly("1:[OPENED]", "2:[LEVEL]", "3:[LEVEL]");
        assertThat(judge.alerts().get(0).level()).isEqualTo(2);
    }

    @Test
    void betterShot_isWrittenAtMostOnceInFiveSeconds_andNeverTold() {
        var judge = new TestJudge(TestRules.person("r", "ada").build());
        var track = ada(0);

        judge.looks(track, 0, 1);
        for (var i = 2; i <= 11; i++) {
            judge.track(track.betterShot(T.plusSeconds(i), 0.4 + i * 0.1 > 1 ? 1 : 0.4 + i * 0.1)
                    .look(i));
        }

        assertThat(judge.told()).containsExactly("1:[OPENED]");
        assertThat(judge.said()).containsExactly("1:[OPENED]", "2:[BETTER_SHOT]");
        assertThat(judge.alerts().get(0).shot().score()).isGreaterThan(0.8);
    }

    @Test
    void firstOfTheDay_isByTheLocalDateAndWhenTheDayBegins() {
        var rule = TestRules.person("r", "ada")
                .first(FirstOnly.DAY)
                .dayBegins("04:00")
                .silence(0)
                .build();
        var judge = new TestJudge(rule);
        var evening = Instant.parse("2026-06-01T20:00:00Z");

        for (var hours : List.of(0, 5, 7, 9)) {
            var track =
                    TestTracks.at("door", evening.plus(Duration.ofHours(hours))).named("ada");
            judge.visit(track, 2).pass(Duration.ofSeconds(60));
        }

        // 22:00, 03:00 of the same day, 05:00 and 07:00 of the next.
        assertThat(judge.alerts()).extracting(Alert::count).containsExactly(1L, 1L);
        assertThat(judge.told()).containsExactly("1:[OPENED]", "1:[OPENED]");
    }

    @Test
    void once_isForGood_untilTheConditionIsWrittenAgain() {
        var judge = new TestJudge(
                TestRules.person("r", "ada").first(FirstOnly.ONCE).silence(0).build());

        judge.visit(ada(0), 2)
                .pass(Duration.ofSeconds(60))
                .visit(ada(86_400), 2)
                .pass(Duration.ofSeconds(60));
        assertThat(judge.told()).containsExactly("1:[OPENED]");

        judge.put(TestRules.person("r", "ada")
                .first(FirstOnly.ONCE)
                .silence(0)
                .revision(2)
                .after(2));
        judge.visit(ada(90_000), 3);
        assertThat(judge.told()).containsExactly("1:[OPENED]", "1:[OPENED]");
    }

    @Test
    void visitorsOwnSession_isNeverMeant_unlessTheJobIsNamed() {
        var film = TestTracks.film("job-1", 3).named("ada");
        var everywhere = new TestJudge(TestRules.person("r", "ada").build());
        var named = new TestJudge(TestRules.person("r", "ada").jobs("job-1").build());
        var all = new TestJudge(TestRules.person("r", "ada").jobs("*").build());

        for (var judge : List.of(everywhere, named, all)) {
            judge.looks(film, 0, 2);
        }

        assertThat(everywhere.written()).isEmpty();
        assertThat(named.told()).containsExactly("1:[OPENED]");
        assertThat(all.told()).containsExactly("1:[OPENED]");
    }

    @Test
    void film_hasItsOwnTime_andIsNeverLate() {
        var rule = TestRules.person("r", "ada").jobs("*").zone("UTC").build();
        var judge = new TestJudge(rule);
        var film = TestTracks.film("job-1", 3).named("ada");
        var muchLater = Instant.ofEpochSecond(1_900_000_000);

        judge.track(film.look(0), muchLater).track(film.look(1), muchLater);
        judge.track(film.end(TrackEnd.SOURCE_ENDED), muchLater);

        assertThat(judge.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.firstSeen()).isEqualTo(Instant.ofEpochSecond(1_800_000_003));
            assertThat(alert.late()).isFalse();
            assertThat(alert.ageMillis()).isZero();
            assertThat(alert.reason()).isEqualTo(AlertReason.ENDED);
        });
    }

    @Test
    void late_isMoreThanFiveMinutesAgo() {
        var judge = new TestJudge(TestRules.person("r", "ada").after(0).build());

        judge.track(ada(0).look(0), T.plusSeconds(300));
        judge.track(ada("yard", 0).look(0), T.plusSeconds(301));

        assertThat(judge.written()).extracting(Alert::late).containsExactly(false, true);
        assertThat(judge.written()).extracting(Alert::ageMillis).containsExactly(300_000L, 301_000L);
    }

    @Test
    void nothingIsSaid_becauseSomethingStarted() {
        var judge = new TestJudge(TestRules.person("r", "ada").build());
        judge.looks(ada(0), 0, 5);
        judge.news();
        var other = judge.another();

        other.book().time(T.plusSeconds(6)).looks(ada(0), 6, 9);

        assertThat(other.written()).isEmpty();
    }
}

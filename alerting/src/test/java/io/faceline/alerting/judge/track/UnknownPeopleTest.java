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
import io.faceline.contracts.rule.RuleId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What rules about unknown people, and about whoever is not on a list, say. */
class UnknownPeopleTest {
    private static final Instant T = Instant.parse("2026-06-01T10:00:00Z");

    private static TestTracks at(double second) {
        return TestTracks.at("door", T.plusMillis((long) (second * 1000)));
    }

    private static TestJudge stranger() {
        return new TestJudge(TestRules.stranger("r").build());
    }

    private static TestJudge household() {
        var rules = new TestRules().list("staff", "ada");
        return new TestJudge(TestRules.notListed("r", "staff").build(), rules, false);
    }

    @Test
    void unknown_needsThreeSecondsAndThreeGoodLooks() {
        var judge = stranger();
        var track = at(0);

        judge.looks(track, 0, 2);
        assertThat(judge.written()).isEmpty();

        judge.looks(track, 3, 3);
        assertThat(judge.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo(AlertKind.UNKNOWN_PERSON);
            assertThat(alert.subject()).isEqualTo(AlertSubject.UNKNOWN);
            assertThat(alert.secondsInView()).isEqualTo(3);
        });
    }

    @Test
    void unknown_whoIsNotLookedAtWell_isNotTold() {
        var judge = stranger();

        judge.visit(at(0).goodLooks(2), 60);

        assertThat(judge.written()).isEmpty();
    }

    @Test
    void unknown_whoPassesBy_isToldAtTheEndOfTheTrack() {
        var judge = stranger();
        var track = at(0);

        judge.looks(track, 0, 1);
        assertThat(judge.written()).isEmpty();

        judge.end(track);
        assertThat(judge.told()).containsExactly("1:[OPENED]");
    }

    @Test
    void loitering_isNotToldAtTheEndOfTheTrack() {
        var judge = new TestJudge(TestRules.stranger("r").after(30).build());

        judge.visit(at(0), 10);

        assertThat(judge.written()).isEmpty();
    }

    @Test
    void knownPerson_whoIsUnknownInTheFirstLooks_isNotTold() {
        var judge = stranger();
        var track = at(0);

        judge.looks(track, 0, 2).looks(track.named("ada"), 3, 10).end(track).pass(Duration.ofSeconds(60));

        assertThat(judge.written()).isEmpty();
    }

    @Test
    void uncertain_isNotUnknown() {
        var judge = stranger();
        var track = at(0).maybe("ada");

        judge.visit(track, 10);

        assertThat(judge.written()).isEmpty();
    }

    @Test
    void openAlert_isNotCorrectedByUncertainty() {
        var judge = stranger();
        var track = at(0);

        judge.looks(track, 0, 4).looks(track.maybe("ada"), 5, 6);

        assertThat(judge.told()).containsExactly("1:[OPENED]");
        assertThat(judge.open()).hasSize(1);
    }

    @Test
    void unknown_whoIsNamed_isCorrectedWithoutWas() {
        var judge = stranger();
        var track = at(0);

        judge.looks(track, 0, 4).looks(track.named("ada"), 5, 6);

        assertThat(judge.told()).containsExactly("1:[OPENED]", "2:[CLOSED, NAME_CORRECTED]");
        assertThat(judge.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.reason()).isEqualTo(AlertReason.CORRECTED);
            assertThat(alert.was()).isNull();
        });
    }

    @Test
    void trackThatBeginsWithinFiveSeconds_joins() {
        var judge = stranger();

        judge.visit(at(0), 4).looks(at(8.5), 0, 4);

        assertThat(judge.told()).containsExactly("1:[OPENED]");
        assertThat(judge.open()).singleElement().satisfies(alert -> assertThat(alert.tracks())
                .hasSize(2));
    }

    @Test
    void trackThatBeginsLater_isAnotherPerson() {
        var judge = stranger();

        judge.visit(at(0), 4).looks(at(9.5), 0, 4);

        assertThat(judge.told()).containsExactly("1:[OPENED]", "1:[OPENED]");
    }

    @Test
    void trackBesideAnotherUnknown_doesNotJoin() {
        var judge = stranger();
        var other = TestTracks.at("door", T, 1);

        judge.looks(other, 0, 4).visit(at(0), 4).looks(other, 5, 6).looks(at(7), 0, 4);

        assertThat(judge.told()).hasSize(3);
    }

    @Test
    void hundredStrangers_areTenAlertsAndOneCrowdOfNinety() {
        var judge = stranger();

        for (var i = 0; i < 100; i++) {
            judge.visit(at(i * 20), 4);
        }
        judge.pass(Duration.ofHours(2));

        assertThat(judge.told()).hasSize(11);
        assertThat(judge.alerts()).hasSize(11);
        assertThat(judge.alerts().get(10)).satisfies(crowd -> {
            assertThat(crowd.kind()).isEqualTo(AlertKind.CROWD);
            assertThat(crowd.subject()).isEqualTo(AlertSubject.CROWD);
            assertThat(crowd.count()).isEqualTo(90);
            assertThat(crowd.state()).isEqualTo(AlertState.CLOSED);
            assertThat(crowd.id())
                    .isEqualTo(
                            AlertId.of(new RuleId("r"), AlertSubject.CROWD, AlertScope.ofSource("door"), at(200).id()));
        });
        var counts = judge.written().stream()
                .filter(alert -> alert.changes().equals(List.of(AlertNews.COUNT)))
                .map(Alert::writtenAt)
                .toList();
        for (var i = 1; i < counts.size(); i++) {
            assertThat(Duration.between(counts.get(i - 1), counts.get(i)))
                    .isGreaterThanOrEqualTo(Duration.ofMinutes(1));
        }
    }

    @Test
    void lid_isASource() {
        var judge = new TestJudge(TestRules.stranger("r").lid(1).build());

        judge.visit(at(0), 4).visit(TestTracks.at("yard", T.plusSeconds(20)), 4).visit(at(40), 4);

        assertThat(judge.alerts())
                .extracting(Alert::kind)
                .containsExactly(AlertKind.UNKNOWN_PERSON, AlertKind.UNKNOWN_PERSON, AlertKind.CROWD);
    }

    @Test
    void afterAnHour_anUnknownPersonHasAnAlertAgain() {
        var judge = new TestJudge(TestRules.stranger("r").lid(1).build());

        judge.visit(at(0), 4).visit(at(100), 4).pass(Duration.ofHours(1)).visit(at(3800), 4);

        assertThat(judge.alerts())
                .extracting(Alert::kind)
                .containsExactly(AlertKind.UNKNOWN_PERSON, AlertKind.CROWD, AlertKind.UNKNOWN_PERSON);
    }

    @Test
    void notListed_knownPerson_isASubjectOfTheirOwn() {
        var judge = household();

        judge.visit(at(0).named("ada"), 10).visit(at(100).named("eve"), 10).visit(at(200), 10);

        assertThat(judge.alerts())
                .extracting(alert -> alert.subject().value())
                .containsExactly("person:eve", "not-in:staff");
    }

    @Test
    void notListed_knownPerson_whoWasUnknownAtFirst_isOneAlert() {
        var judge = household();
        var track = at(0);

        judge.looks(track, 0, 1).looks(track.named("eve"), 2, 6);

        assertThat(judge.alerts()).extracting(alert -> alert.subject().value()).containsExactly("person:eve");
        assertThat(judge.alerts().get(0).secondsInView()).isEqualTo(3);
    }

    @Test
    void notListed_unknownWhoGetsANameOfTheList_isCorrected() {
        var judge = household();
        var track = at(0);

        judge.looks(track, 0, 4).looks(track.named("ada"), 5, 8);

        assertThat(judge.told()).containsExactly("1:[OPENED]", "2:[CLOSED, NAME_CORRECTED]");
        assertThat(judge.alerts().get(0).was()).isNull();
    }

    @Test
    void notListed_unknownWhoGetsAnotherName_isTheSameAlertWithASurerName() {
        var judge = household();
        var track = at(0);

        judge.looks(track, 0, 4).looks(track.named("eve"), 5, 8);

        assertThat(judge.told()).containsExactly("1:[OPENED]", "2:[NAME_SURER]");
        assertThat(judge.open()).singleElement().satisfies(alert -> {
            assertThat(alert.subject().value()).isEqualTo("not-in:staff");
            assertThat(alert.identity().person().value()).isEqualTo("eve");
        });
    }

    @Test
    void accompanied_isQuiet_andAloneIsNot() {
        var rules = new TestRules().list("staff", "ada");
        var judge = new TestJudge(TestRules.stranger("r").accompaniedBy("staff").build(), rules, false);
        var host = TestTracks.at("door", T, 1).named("ada");
        var guest = at(0);

        for (var i = 0; i < 20; i++) {
            judge.looks(host, i, i).looks(guest, i, i);
        }
        assertThat(judge.written()).isEmpty();

        judge.looks(guest, 20, 40);
        assertThat(judge.told()).containsExactly("1:[OPENED]");
    }

    @Test
    void accompanied_countsAtTheSameSourceAlone() {
        var rules = new TestRules().list("staff", "ada");
        var judge = new TestJudge(TestRules.stranger("r").accompaniedBy("staff").build(), rules, false);

        judge.looks(TestTracks.at("yard", T).named("ada"), 0, 4).looks(at(0), 0, 4);

        assertThat(judge.told()).containsExactly("1:[OPENED]");
    }

    @Test
    void unlessSeen_isQuietAfterSomebodyWasSeenAtAnotherPlace() {
        var rules = new TestRules().list("staff", "ada").group("gate", "gate-1");
        var rule = TestRules.stranger("r").at("door").unlessSeen("staff", 10, "gate");
        var judge = new TestJudge(rule.build(), rules, false);

        judge.visit(TestTracks.at("gate-1", T.minusSeconds(300)).named("ada"), 3);
        judge.visit(TestTracks.at("yard", T).named("ada"), 3).visit(at(10), 5);
        assertThat(judge.written()).isEmpty();

        judge.visit(at(600), 5);
        assertThat(judge.told()).containsExactly("1:[OPENED]");
    }
}

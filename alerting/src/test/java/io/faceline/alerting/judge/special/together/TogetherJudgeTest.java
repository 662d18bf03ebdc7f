package io.faceline.alerting.judge.special.together;

import static io.faceline.alerting.judge.special.Samples.ADA;
import static io.faceline.alerting.judge.special.Samples.EDSGER;
import static io.faceline.alerting.judge.special.Samples.GRACE;
import static io.faceline.alerting.judge.special.Samples.STAFF;
import static io.faceline.alerting.judge.special.Samples.WRITTEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.alerting.judge.special.Samples;
import io.faceline.alerting.judge.special.Trial;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertChange;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.alert.AlertIdentity;
import io.faceline.contracts.alert.AlertKind;
import io.faceline.contracts.alert.AlertNews;
import io.faceline.contracts.alert.AlertReason;
import io.faceline.contracts.alert.AlertScope;
import io.faceline.contracts.alert.AlertState;
import io.faceline.contracts.alert.AlertSubject;
import io.faceline.contracts.alert.Mute;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.rule.AlertBreadth;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.RuleLimits;
import io.faceline.contracts.rule.RulePlaces;
import io.faceline.contracts.rule.RuleSubject;
import io.faceline.contracts.rule.RuleSureness;
import io.faceline.contracts.schedule.DailySpan;
import io.faceline.contracts.track.TrackIdentity;
import io.faceline.contracts.track.TrackUpdate;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TogetherJudgeTest {
    private static final Instant START = Instant.parse("2026-06-02T10:00:00Z");
    private static final int LOOKS_PER_SECOND = 5;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoFollowsSomebodyOfTheList_isToldOnce(boolean restarts) {
        var trial = trial(rule(1, 5), restarts);
        // Ada crosses in four seconds, a stranger comes two seconds after she has left the view.
        for (var second = 0; second <= 4; second++) {
            seen(trial, 1, 0, second, ADA);
        }
        for (var second = 6; second <= 9; second++) {
            seen(trial, 2, 6, second, null);
        }
        tick(trial, 30);
        assertThat(trial.said).hasSize(1);
        tick(trial, 51);

        assertThat(trial.said).hasSize(2);
        var opened = trial.said.get(0);
        assertThat(opened.kind()).isEqualTo(AlertKind.TOGETHER);
        assertThat(opened.subject()).isEqualTo(AlertSubject.TOGETHER);
        assertThat(opened.id())
                .isEqualTo(AlertId.of(
                        Samples.RULE,
                        AlertSubject.TOGETHER,
                        AlertScope.ofSource("door"),
                        Samples.track("door", 1, time(0), time(4), ADA, 20).id()));
        assertThat(opened.tracks()).hasSize(2);
        assertThat(opened.identity()).extracting(AlertIdentity::person).isEqualTo(ADA);
        assertThat(opened.count()).isEqualTo(1);
        assertThat(opened.firstSeen()).isEqualTo(time(6));
        assertThat(opened.notifies()).isTrue();
        var closed = trial.said.get(1);
        assertThat(closed.reason()).isEqualTo(AlertReason.ENDED);
        assertThat(closed.lastSeen()).isEqualTo(time(9));
    }

    /** The tailgater's last second, and whether that is near enough to Ada, who is in view from 10 to 14 s. */
    @ParameterizedTest
    @CsvSource({"0,9,0", "0,10,1", "11,13,1", "19,22,1", "20,23,0"})
    void others_areTogether_ifInViewAtTheSameTimeOrSoonAfter(int from, int to, int alerts) {
        var trial = trial(rule(1, 5), true);
        for (var second = 0; second <= 30; second++) {
            if (second >= from && second <= to) {
                seen(trial, 2, from, second, null);
            }
            if (second >= 10 && second <= 14) {
                seen(trial, 1, 10, second, ADA);
            }
        }

        assertThat(trial.said).hasSize(alerts);
    }

    @Test
    void otherPeopleOfTheList_andWhoIsUncertain_orBarelySeen_doNotCount() {
        var trial = trial(rule(1, 5), false);
        seen(trial, 1, 0, 4, ADA);
        seen(trial, 2, 1, 4, GRACE);
        at(trial, 4);
        trial.track(Samples.track("door", 3, time(1), time(4), uncertain(), null));
        trial.track(Samples.track("door", 4, time(3), time(4), null, 2));
        seen(trial, "yard", 5, 1, 4, null);

        assertThat(trial.said).isEmpty();
    }

    @Test
    void somebodyKnown_whoIsNotOnTheList_counts_andAStrangerWithoutSomebodyOfTheListDoesNot() {
        var known = trial(rule(1, 5), false);
        seen(known, 1, 0, 4, ADA);
        seen(known, 2, 1, 4, EDSGER);
        var strangers = trial(rule(1, 5), false);
        seen(strangers, 1, 0, 4, EDSGER);
        seen(strangers, 2, 1, 4, null);

        assertThat(known.said).hasSize(1);
        assertThat(strangers.said).isEmpty();
    }

    @Test
    void fewerThanTheRuleNames_areNotTold_andFurtherOnesJoin() {
        var trial = trial(rule(2, 5), true);
        seen(trial, 1, 0, 2, ADA);
        seen(trial, 2, 0, 2, null);
        assertThat(trial.said).isEmpty();

        seen(trial, 3, 1, 3, EDSGER);
        seen(trial, 4, 2, 4, null);

        assertThat(trial.said).hasSize(2);
        assertThat(trial.said.get(0).count()).isEqualTo(2);
        assertThat(trial.said.get(1).count()).isEqualTo(3);
        assertThat(trial.said.get(1).changes()).containsExactly(AlertNews.TRACK_JOINED, AlertNews.COUNT);
        assertThat(trial.said.get(1).notifies()).isFalse();
    }

    @Test
    void whoIsNotSureEnough_opensNothingYet() {
        var sure = new RuleSureness(2, 3, 3, null, false, List.of());
        var trial = trial(Samples.rule(1, new RuleSubject.Together(STAFF, 1, 5), places(), sure, WRITTEN), false);
        seen(trial, 2, 0, 2, null);
        seen(trial, 1, 0, 1, ADA);
        assertThat(trial.said).isEmpty();

        seen(trial, 1, 0, 2, ADA);

        assertThat(trial.said).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void stranger_whoTurnsOutToBeOfTheList_correctsIt(boolean restarts) {
        var trial = trial(rule(1, 5), restarts);
        seen(trial, 1, 0, 4, ADA);
        seen(trial, 2, 1, 4, null);
        seen(trial, 2, 1, 6, GRACE);
        tick(trial, 60);

        assertThat(trial.said).hasSize(2);
        assertThat(trial.said.get(1).reason()).isEqualTo(AlertReason.CORRECTED);
        assertThat(trial.said.get(1).changes()).contains(AlertNews.NAME_CORRECTED);
        assertThat(trial.said.get(1).notifies()).isTrue();
    }

    @Test
    void stranger_whoTurnsOutToBeTheSamePerson_correctsIt() {
        var trial = trial(rule(1, 5), false);
        seen(trial, 1, 0, 4, ADA);
        seen(trial, 2, 5, 8, null);
        seen(trial, 2, 5, 9, ADA);

        assertThat(reasons(trial)).containsExactly(null, AlertReason.CORRECTED);
    }

    @Test
    void oneOfTheList_whoIsNot_correctsIt_andReopensItWhenTheNameComesBack_toldOnceWithinASilence() {
        var trial = trial(rule(1, 5), true);
        seen(trial, 2, 0, 4, null);
        seen(trial, 1, 1, 4, ADA);
        at(trial, 5);
        trial.track(Samples.track("door", 1, time(1), time(5), null, 20, ADA));
        assertThat(trial.said.get(1).was()).isEqualTo(ADA);
        assertThat(trial.said.get(1).identity())
                .extracting(AlertIdentity::person)
                .isEqualTo(ADA);

        seen(trial, 1, 1, 6, ADA);
        at(trial, 7);
        trial.track(Samples.track("door", 1, time(1), time(7), null, 30, ADA));
        seen(trial, 1, 1, 8, ADA);

        assertThat(reasons(trial)).containsExactly(null, AlertReason.CORRECTED, null, AlertReason.CORRECTED, null);
        assertThat(trial.said.stream().map(Alert::id).distinct()).hasSize(1);
        assertThat(trial.said.stream().map(Alert::notifies)).containsExactly(true, true, true, true, false);
        assertThat(trial.said.get(2).was()).isNull();
    }

    @Test
    void oneOfTheList_whoIsAnotherOfIt_isRenamed() {
        var trial = trial(rule(1, 5), true);
        seen(trial, 2, 0, 4, null);
        seen(trial, 1, 1, 4, ADA);
        at(trial, 5);
        trial.track(Samples.track("door", 1, time(1), time(5), GRACE, 20, ADA));

        assertThat(trial.said).hasSize(2);
        assertThat(trial.said.get(1).changes()).containsExactly(AlertNews.NAME_CORRECTED);
        assertThat(trial.said.get(1).was()).isEqualTo(ADA);
        assertThat(trial.said.get(1).identity())
                .extracting(AlertIdentity::person)
                .isEqualTo(GRACE);
    }

    @Test
    void correctionByHand_closesIt_untilItIsTakenBack() {
        var trial = trial(rule(1, 5), true);
        seen(trial, 2, 0, 4, null);
        seen(trial, 1, 1, 4, ADA);
        var id = trial.said.get(0).id();

        trial.change(new AlertChange.Correct(id, "Desk", time(5), ADA, null));
        seen(trial, 1, 1, 5, ADA);
        assertThat(reasons(trial)).containsExactly(null, AlertReason.CORRECTED);
        assertThat(trial.said.get(1).was()).isEqualTo(ADA);
        trial.change(new AlertChange.Restore(id, "Desk", time(6)));
        seen(trial, 1, 1, 6, ADA);

        assertThat(reasons(trial)).containsExactly(null, AlertReason.CORRECTED, null);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void laterParties_areCounted_untilTheSilenceIsOver(boolean restarts) {
        var trial = trial(rule(1, 5), restarts);
        for (var round = 0; round < 5; round++) {
            var begin = round * 120;
            seen(trial, 10 + round, begin, begin + 2, ADA);
            seen(trial, 20 + round, begin, begin + 3, null);
            seen(trial, 20 + round, begin, begin + 4, null);
            tick(trial, begin + 60);
        }
        assertThat(trial.said.stream().filter(Alert::notifies)).hasSize(1);
        assertThat(trial.said.stream().map(Alert::id).distinct()).hasSize(1);
        assertThat(trial.said.get(trial.said.size() - 1).count()).isEqualTo(5);

        seen(trial, 30, 700, 702, ADA);
        seen(trial, 31, 700, 703, null);

        assertThat(trial.said.stream().filter(Alert::notifies)).hasSize(2);
    }

    @Test
    void whoStays_meetsOthersAgain_afterTheSilence() {
        var trial = trial(rule(1, 5), true);
        for (var second = 0; second <= 900; second += 10) {
            seen(trial, 1, 0, second, ADA);
            if (second <= 20) {
                seen(trial, 2, 0, second, null);
            }
            if (second >= 800 && second <= 820) {
                seen(trial, 3, 800, second, null);
            }
            tick(trial, second);
        }

        assertThat(reasons(trial)).containsExactly(null, AlertReason.ENDED, null, AlertReason.ENDED);
        assertThat(trial.said.get(2).count()).isEqualTo(1);
        assertThat(trial.said.get(2).firstSeen()).isEqualTo(time(800));
        assertThat(trial.said.stream().map(Alert::id).distinct()).hasSize(2);
    }

    @Test
    void partyThatDoesNotEnd_isClosed_andQuiet() {
        var limits = new RuleLimits(40, 0, 300, 10, RuleLimits.DEFAULT.first(), LocalTime.MIDNIGHT);
        var trial = trial(
                Samples.rule(
                        1,
                        true,
                        new RuleSubject.Together(STAFF, 1, 5),
                        places(),
                        Samples.BERLIN,
                        List.of(),
                        RuleSureness.NAMED,
                        limits,
                        WRITTEN),
                true);
        for (var second = 0; second <= 900; second += 5) {
            seen(trial, 1, 0, second, ADA);
            seen(trial, 2, 0, second, null);
            tick(trial, second);
        }
        tick(trial, 1000);

        assertThat(reasons(trial)).containsExactly(null, AlertReason.TOO_LONG);
        assertThat(trial.memory.keys()).noneMatch(key -> key.startsWith("together|party|"));
    }

    @Test
    void whatIsReadAgain_saysNothing_andWhatIsLateSaysSo() {
        var trial = trial(rule(1, 5), true);
        at(trial, 4000);
        for (var round = 0; round < 3; round++) {
            trial.track(track(1, 0, 4, ADA));
            trial.track(track(2, 0, 4, null));
            trial.track(track(3, 100, 101, null));
            trial.tickWhileBehind();
        }

        assertThat(reasons(trial)).containsExactly(null, AlertReason.ENDED);
        assertThat(trial.said.get(0).late()).isTrue();
    }

    @Test
    void mutedParty_isWritten_andNotTold_andSilencesNothing() {
        var trial = trial(rule(1, 5), false);
        trial.mute(new Mute("m", Samples.RULE, null, null, null, null, START, time(80), "Desk"));
        seen(trial, 1, 0, 4, ADA);
        seen(trial, 2, 0, 4, null);
        tick(trial, 60);
        seen(trial, 1, 0, 62, ADA);
        assertThat(reasons(trial)).containsExactly(null, AlertReason.ENDED);
        assertThat(trial.said).allMatch(alert -> !alert.notifies() && alert.muted());

        seen(trial, 3, 100, 104, ADA);
        seen(trial, 4, 100, 104, null);

        assertThat(trial.said.get(2).state()).isEqualTo(AlertState.OPEN);
        assertThat(trial.said.get(2).notifies()).isTrue();
    }

    @Test
    void changedList_orNumber_closesWhatDoesNotHold() {
        var list = trial(rule(1, 5), true);
        var number = trial(rule(1, 5), true);
        var name = trial(rule(1, 5), true);
        for (var trial : List.of(list, number, name)) {
            seen(trial, 1, 0, 4, ADA);
            seen(trial, 2, 0, 4, null);
        }

        list.write(List.of(Samples.staff(GRACE)));
        number.write(Samples.rule(2, new RuleSubject.Together(STAFF, 2, 5), places(), RuleSureness.NAMED, START));
        name.write(Samples.rule(2, new RuleSubject.Together(STAFF, 1, 6), places(), RuleSureness.NAMED, START));

        assertThat(reasons(list)).containsExactly(null, AlertReason.RULE_CHANGED);
        assertThat(reasons(number)).containsExactly(null, AlertReason.RULE_CHANGED);
        assertThat(name.said).hasSize(1);
    }

    @Test
    void ruleThatIsAboutSomethingElse_closesWhatIsOpen_alsoIfNobodyJudgedMeanwhile() {
        var trial = trial(rule(1, 5), false);
        seen(trial, 1, 0, 4, ADA);
        seen(trial, 2, 0, 4, null);
        var changed = Samples.rule(2, new RuleSubject.CameraDown(60), places(), RuleSureness.NAMED, START);
        var later = new Trial(changed, false, trial.memory, Samples.staff(ADA, GRACE));
        later.at(time(10));

        later.write(changed);

        assertThat(reasons(later)).containsExactly(AlertReason.RULE_CHANGED);
    }

    @Test
    void deletedPerson_andDeletedCamera_areErased() {
        var person = trial(rule(1, 5), true);
        var camera = trial(rule(1, 5), true);
        for (var trial : List.of(person, camera)) {
            seen(trial, 1, 0, 4, ADA);
            seen(trial, 2, 0, 4, null);
        }

        person.delete(ADA);
        camera.delete(new CameraId("door"));

        assertThat(reasons(person)).containsExactly(null, AlertReason.ERASED);
        assertThat(reasons(camera)).containsExactly(null, AlertReason.SOURCE_DELETED);
        assertThat(person.memory.keys()).noneMatch(key -> key.startsWith("together|party|"));
        assertThat(camera.memory.keys())
                .noneMatch(key -> key.startsWith("together|party|") || key.startsWith("together|seen|"));
    }

    @Test
    void hoursOfTheRule_areWhenLooksCount() {
        var night = List.of(new DailySpan(List.of(), LocalTime.of(22, 0), LocalTime.of(6, 0)));
        var trial = trial(
                Samples.rule(
                        1,
                        true,
                        new RuleSubject.Together(STAFF, 1, 5),
                        places(),
                        Samples.BERLIN,
                        night,
                        RuleSureness.NAMED,
                        RuleLimits.DEFAULT,
                        WRITTEN),
                false);
        seen(trial, 1, 0, 4, ADA);
        seen(trial, 2, 0, 4, null);

        assertThat(trial.said).isEmpty();
    }

    @Test
    void memory_staysSmall() {
        var trial = trial(rule(1, 5), false);
        for (var visit = 0; visit < 500; visit++) {
            var begin = visit * 30;
            seen(trial, 1000 + visit, begin, begin + 3, visit % 2 == 0 ? ADA : null);
            tick(trial, begin + 4);
        }
        tick(trial, 500 * 30 + 5000);

        assertThat(trial.memory.keys().stream().filter(key -> !key.matches("(open|closed|index)\\|.*")))
                .hasSizeLessThan(5);
    }

    private static Trial trial(AlertRule rule, boolean restarts) {
        return new Trial(rule, restarts, Samples.staff(ADA, GRACE));
    }

    private static AlertRule rule(int others, int within) {
        return Samples.rule(1, new RuleSubject.Together(STAFF, others, within), places(), RuleSureness.NAMED, WRITTEN);
    }

    private static RulePlaces places() {
        return new RulePlaces(List.of("door"), List.of(), List.of(), AlertBreadth.SOURCE);
    }

    private static Instant time(long seconds) {
        return START.plusSeconds(seconds);
    }

    private static void at(Trial trial, int second) {
        trial.at(time(second));
    }

    private static void tick(Trial trial, int second) {
        at(trial, second);
        trial.tick();
    }

    /** In view since a second until this one. */
    private static void seen(Trial trial, int number, int since, int second, @Nullable PersonId person) {
        seen(trial, "door", number, since, second, person);
    }

    private static void seen(Trial trial, String source, int number, int since, int second, @Nullable PersonId person) {
        at(trial, second);
        trial.track(Samples.track(
                source, number, time(since), time(second), person, 1 + LOOKS_PER_SECOND * (second - since)));
    }

    private static TrackUpdate track(int number, int since, int second, @Nullable PersonId person) {
        return Samples.track(
                "door", number, time(since), time(second), person, 1 + LOOKS_PER_SECOND * (second - since));
    }

    private static TrackIdentity uncertain() {
        return new TrackIdentity(Decision.UNCERTAIN, EDSGER, 1, 9, 0.44, 0.465, "model", 42);
    }

    private static List<AlertReason> reasons(Trial trial) {
        return trial.said.stream().map(Alert::reason).toList();
    }
}

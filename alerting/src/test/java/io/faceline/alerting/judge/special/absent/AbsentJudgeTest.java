package io.faceline.alerting.judge.special.absent;

import static io.faceline.alerting.judge.special.Samples.ADA;
import static io.faceline.alerting.judge.special.Samples.BERLIN;
import static io.faceline.alerting.judge.special.Samples.EDSGER;
import static io.faceline.alerting.judge.special.Samples.GRACE;
import static io.faceline.alerting.judge.special.Samples.STAFF;
import static io.faceline.alerting.judge.special.Samples.WRITTEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.alerting.judge.special.Samples;
import io.faceline.alerting.judge.special.Trial;
import io.faceline.contracts.alert.Acknowledgement;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertChange;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.alert.AlertKind;
import io.faceline.contracts.alert.AlertNews;
import io.faceline.contracts.alert.AlertReason;
import io.faceline.contracts.alert.AlertScope;
import io.faceline.contracts.alert.AlertState;
import io.faceline.contracts.alert.AlertSubject;
import io.faceline.contracts.alert.Mute;
import io.faceline.contracts.camera.CameraCondition;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.rule.AlertBreadth;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.ListId;
import io.faceline.contracts.rule.RuleLimits;
import io.faceline.contracts.rule.RulePlaces;
import io.faceline.contracts.rule.RuleSubject;
import io.faceline.contracts.rule.RuleSureness;
import io.faceline.contracts.schedule.DailySpan;
import io.faceline.contracts.track.TrackIdentity;
import io.faceline.contracts.track.TrackUpdate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AbsentJudgeTest {
    /** The window is from 07:00 to 09:00 in Berlin. */
    private static final Instant FROM = Instant.parse("2026-06-02T05:00:00Z");

    private static final Instant BY = Instant.parse("2026-06-02T07:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoWasNotSeen_isAbsent_onceADate(boolean restarts) {
        var trial = new Trial(ada(), restarts);
        live(trial, FROM.minusSeconds(3600), BY.plusSeconds(60));

        trial.tick();
        trial.at(BY.plus(Duration.ofMinutes(30)));
        trial.tick();

        assertThat(trial.said).hasSize(1);
        var alert = trial.said.get(0);
        assertThat(alert.kind()).isEqualTo(AlertKind.ABSENT);
        assertThat(alert.id())
                .isEqualTo(AlertId.of(Samples.RULE, AlertSubject.of(ADA), AlertScope.EVERYWHERE, "2026-06-02"));
        assertThat(alert.state()).isEqualTo(AlertState.OPEN);
        assertThat(alert.firstSeen()).isEqualTo(FROM);
        assertThat(alert.lastSeen()).isEqualTo(BY);
        assertThat(alert.notifies()).isTrue();
        assertThat(alert.late()).isFalse();
        assertThat(alert.source()).isNull();
        assertThat(alert.identity()).isNull();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoWasSeen_isNotAbsent(boolean restarts) {
        var trial = new Trial(ada(), restarts);
        live(trial, FROM, FROM.plusSeconds(600));
        trial.track(seen("gate", 1, trialTime(600), ADA));
        live(trial, FROM.plusSeconds(600), BY.plusSeconds(200));

        trial.tick();

        assertThat(trial.said).isEmpty();
    }

    @Test
    void whoCameJustBeforeTheTime_andIsNamedJustAfterIt_isNotAbsent() {
        var trial = new Trial(ada(), false);
        live(trial, FROM, BY);
        trial.at(BY.plusSeconds(2));
        trial.track(Samples.track("gate", 1, BY.minusMillis(500), BY.plusMillis(500), null, 2));
        trial.tick();
        trial.track(Samples.track("gate", 1, BY.minusMillis(500), BY.plusSeconds(2), ADA, 4));
        trial.at(BY.plusSeconds(130));

        trial.tick();

        assertThat(trial.said).isEmpty();
    }

    @Test
    void whoIsNotSureEnough_uncertain_orSomebodyElse_isAbsent() {
        var sure = new RuleSureness(2, 3, 3, 0.8, false, List.of());
        var trial = new Trial(Samples.rule(1, adaBy9(), at("gate"), sure, WRITTEN), false);
        live(trial, FROM, FROM.plusSeconds(600));
        trial.track(seen("gate", 1, trialTime(600), ADA));
        trial.track(seen("gate", 2, trialTime(600), GRACE));
        trial.track(Samples.track("gate", 3, trialTime(600), trialTime(610), uncertain(), null));
        live(trial, FROM.plusSeconds(600), BY.plusSeconds(60));

        trial.tick();

        assertThat(kinds(trial)).containsExactly(AlertKind.ABSENT);
    }

    @Test
    void looksElsewhere_ofFilms_orBeforeTheWindow_doNotCount() {
        var trial = new Trial(ada(), false);
        live(trial, FROM.minusSeconds(600), FROM.plusSeconds(60));
        trial.track(seen("yard", 1, trialTime(60), ADA));
        trial.track(seen("gate", 2, FROM.minusSeconds(300), ADA));
        live(trial, FROM.plusSeconds(60), BY.plusSeconds(60));

        trial.tick();

        assertThat(kinds(trial)).containsExactly(AlertKind.ABSENT);
    }

    @Test
    void nameThatIsTakenBack_doesNotCount() {
        var trial = new Trial(ada(), false);
        live(trial, FROM, FROM.plusSeconds(600));
        trial.track(seen("gate", 1, trialTime(600), ADA));
        trial.track(Samples.track("gate", 1, trialTime(600), trialTime(604), GRACE, 9, ADA));
        live(trial, FROM.plusSeconds(600), BY.plusSeconds(60));

        trial.tick();

        assertThat(kinds(trial)).containsExactly(AlertKind.ABSENT);
    }

    @Test
    void hoursOfTheRule_areTheLooksThatCount() {
        var late = List.of(new DailySpan(List.of(), LocalTime.of(8, 0), LocalTime.of(20, 0)));
        var rule = Samples.rule(
                1, true, adaBy9(), at("gate"), BERLIN, late, RuleSureness.NAMED, RuleLimits.DEFAULT, WRITTEN);
        var trial = new Trial(rule, false);
        live(trial, FROM, FROM.plusSeconds(600));
        trial.track(seen("gate", 1, trialTime(600), ADA));
        live(trial, FROM.plusSeconds(600), BY.plusSeconds(60));

        trial.tick();

        assertThat(kinds(trial)).containsExactly(AlertKind.ABSENT);
    }

    @Test
    void nothingIsSaid_beforeWhatWasSeenUntilThenIsRead() {
        var trial = new Trial(ada(), false);
        live(trial, FROM, BY.minusSeconds(30));

        trial.at(BY.plusSeconds(119));
        trial.tick();
        assertThat(trial.said).isEmpty();
        trial.at(BY.plusSeconds(120));
        trial.tickWhileBehind();
        assertThat(trial.said).isEmpty();
        trial.tick();
        assertThat(kinds(trial)).containsExactly(AlertKind.ABSENT);
    }

    @Test
    void lookOrStateOfAfterwards_saysThatAllIsRead() {
        var byLook = new Trial(ada(), false);
        live(byLook, FROM, BY);
        byLook.track(seen("gate", 1, BY.plusSeconds(11), GRACE));
        byLook.at(BY.plusSeconds(13));

        byLook.tick();

        assertThat(kinds(byLook)).containsExactly(AlertKind.ABSENT);
    }

    @ParameterizedTest
    @CsvSource({"12,ABSENT", "13,CANNOT_TELL"})
    void cameraThatWasDownForMoreThanATenth_meansThatNobodyCanTell(int minutesDown, AlertKind kind) {
        var trial = new Trial(ada(), true);
        var down = FROM.plusSeconds(1800);
        live(trial, FROM, down);
        var back = down.plus(Duration.ofMinutes(minutesDown));
        trial.states("gate", CameraCondition.UNREACHABLE, down, back);
        live(trial, back, BY.plusSeconds(60));

        trial.tick();

        assertThat(kinds(trial)).containsExactly(kind);
    }

    @Test
    void cameraOfSeveral_thatWasDown_meansThatNobodyCanTell_unlessTheSubjectWasSeen() {
        var trial = new Trial(list("gate", "yard"), false, Samples.staff(ADA, GRACE));
        live(trial, FROM, FROM.plusSeconds(600));
        trial.track(seen("gate", 1, trialTime(600), ADA));
        live(trial, FROM.plusSeconds(600), BY.plusSeconds(60));

        trial.tick();

        assertThat(kinds(trial)).containsExactly(AlertKind.CANNOT_TELL);
        assertThat(trial.said.get(0).subject()).isEqualTo(AlertSubject.of(GRACE));
    }

    @Test
    void noStates_orAFeedAlone_meansThatNobodyCanTell() {
        var silent = new Trial(ada(), false);
        silent.at(FROM);
        silent.tick();
        silent.at(BY.plusSeconds(120));
        silent.tick();
        var feed = new Trial(Samples.rule(adaBy9(), AlertBreadth.EVERYWHERE, "site/door"), false);
        feed.at(FROM);
        feed.tick();
        feed.at(BY.plusSeconds(120));
        feed.tick();

        assertThat(kinds(silent)).containsExactly(AlertKind.CANNOT_TELL);
        assertThat(kinds(feed)).containsExactly(AlertKind.CANNOT_TELL);
    }

    @Test
    void cameraThatWasSwitchedOff_isMissedIfItIsNamed() {
        var named = new Trial(ada(), false);
        var everywhere = new Trial(
                Samples.rule(1, adaBy9(), RulePlaces.everywhere(AlertBreadth.EVERYWHERE), RuleSureness.NAMED, WRITTEN),
                false);
        for (var trial : List.of(named, everywhere)) {
            for (var time = FROM; time.isBefore(BY.plusSeconds(61)); time = time.plusSeconds(60)) {
                trial.at(time);
                trial.state(trial == named ? "yard" : "gate", CameraCondition.LIVE, FROM);
                trial.state(trial == named ? "gate" : "yard", CameraCondition.DISABLED, FROM);
            }
            trial.tick();
        }

        assertThat(kinds(named)).containsExactly(AlertKind.CANNOT_TELL);
        assertThat(kinds(everywhere)).containsExactly(AlertKind.ABSENT);
    }

    @Test
    void pipelineThatWasDownAtTheTime_judgesWhenItStarts_late() {
        var trial = new Trial(ada(), true);
        live(trial, FROM, FROM.plusSeconds(1800));
        // The cameras went on, and what they wrote meanwhile is read at the start.
        trial.at(BY.plus(Duration.ofHours(2)));
        trial.state("gate", CameraCondition.LIVE, FROM, BY.minusSeconds(30));
        trial.state("gate", CameraCondition.LIVE, FROM, BY.plusSeconds(30));
        trial.tickWhileBehind();
        assertThat(trial.said).isEmpty();

        trial.tick();

        assertThat(kinds(trial)).containsExactly(AlertKind.ABSENT);
        assertThat(trial.said.get(0).late()).isTrue();
        assertThat(trial.said.get(0).ageMillis()).isEqualTo(7_200_000);
    }

    @Test
    void camerasThatWereDownWithThePipeline_meanThatNobodyCanTell_onEachDate() {
        var trial = new Trial(ada(), true);
        live(trial, FROM, FROM.plusSeconds(1800));
        trial.at(BY.plus(DAY).plus(Duration.ofHours(2)));

        trial.tick();

        assertThat(kinds(trial)).containsExactly(AlertKind.CANNOT_TELL, AlertKind.CANNOT_TELL, AlertKind.CANNOT_TELL);
        assertThat(trial.said.get(2).reason()).isEqualTo(AlertReason.ENDED);
        assertThat(trial.said.get(2).id()).isEqualTo(trial.said.get(0).id());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoComesLater_hasArrived(boolean restarts) {
        var trial = new Trial(ada(), restarts);
        live(trial, FROM, BY.plusSeconds(60));
        trial.tick();
        trial.at(BY.plusSeconds(600));

        trial.track(seen("gate", 1, BY.plusSeconds(598), ADA));
        trial.track(seen("gate", 2, BY.plusSeconds(700), ADA));

        assertThat(trial.said).hasSize(2);
        var arrived = trial.said.get(1);
        assertThat(arrived.revision()).isEqualTo(2);
        assertThat(arrived.state()).isEqualTo(AlertState.CLOSED);
        assertThat(arrived.reason()).isEqualTo(AlertReason.ARRIVED);
        assertThat(arrived.changes()).contains(AlertNews.ARRIVED);
        assertThat(arrived.notifies()).isTrue();
        assertThat(arrived.source()).isEqualTo("gate");
        assertThat(arrived.tracks()).hasSize(1);
        assertThat(arrived.identity()).isNotNull();
        assertThat(arrived.lastSeen()).isEqualTo(BY.plusSeconds(600));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoCameLater_andWasSomebodyElse_isMissingStill(boolean restarts) {
        var trial = new Trial(ada(), restarts);
        live(trial, FROM, BY.plusSeconds(60));
        trial.tick();
        var first = BY.plusSeconds(598);
        trial.track(seen("gate", 1, first, ADA));
        trial.track(Samples.track("gate", 1, first, first.plusSeconds(4), GRACE, 9, ADA));
        trial.track(seen("gate", 2, BY.plusSeconds(700), ADA));

        assertThat(reasons(trial)).containsExactly(null, AlertReason.ARRIVED, null, AlertReason.ARRIVED);
        assertThat(trial.said.get(2).changes()).containsExactly(AlertNews.REOPENED);
        assertThat(trial.said.get(2).identity()).isNull();
        assertThat(trial.said.get(2).lastSeen()).isEqualTo(BY);
    }

    @Test
    void whoCameLater_andIsSaidToBeSomebodyElse_isMissingStill_untilThatIsTakenBack() {
        var trial = new Trial(ada(), true);
        live(trial, FROM, BY.plusSeconds(60));
        trial.tick();
        trial.track(seen("gate", 1, BY.plusSeconds(598), ADA));
        var id = trial.said.get(0).id();

        trial.change(new AlertChange.Correct(id, "Desk", BY.plusSeconds(610), ADA, null));
        trial.track(seen("gate", 1, BY.plusSeconds(598), ADA));
        assertThat(reasons(trial)).containsExactly(null, AlertReason.ARRIVED, null);
        trial.change(new AlertChange.Restore(id, "Desk", BY.plusSeconds(620)));
        trial.track(seen("gate", 1, BY.plusSeconds(598), ADA));

        assertThat(reasons(trial)).containsExactly(null, AlertReason.ARRIVED, null, AlertReason.ARRIVED);
    }

    @Test
    void deletedCamera_hasNoDeadline() {
        var trial = new Trial(Samples.rule(adaBy9(), AlertBreadth.SOURCE, "gate", "yard"), false);
        live(trial, FROM, BY.minusSeconds(60));
        trial.delete(new CameraId("yard"));
        live(trial, BY.minusSeconds(60), BY.plusSeconds(60));

        trial.tick();

        assertThat(trial.said.stream().map(Alert::scope)).containsExactly(AlertScope.ofSource("gate"));
    }

    @Test
    void pipelineThatWasDownForLonger_thanAlertsAreKept_doesNotJudgeWhatIsOlder() {
        var trial = new Trial(ada(), false);
        live(trial, FROM, FROM.plusSeconds(60));
        trial.at(BY.plus(DAY.multipliedBy(100)));

        trial.tick();

        assertThat(trial.said.stream().map(Alert::id).distinct()).hasSizeBetween(28, 30);
    }

    @Test
    void whoDoesNotCome_isNoLongerAwaited_whenTheNextWindowBegins() {
        var trial = new Trial(ada(), false);
        live(trial, FROM, BY.plusSeconds(60));
        trial.tick();

        trial.at(FROM.plus(DAY).minusMillis(1));
        trial.tick();
        assertThat(trial.said).hasSize(1);
        trial.at(FROM.plus(DAY));
        trial.tick();

        assertThat(trial.said).hasSize(2);
        assertThat(trial.said.get(1).reason()).isEqualTo(AlertReason.ENDED);
        assertThat(trial.said.get(1).notifies()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void listOfThree_withOneMissing_isOneAlert(boolean restarts) {
        var trial = new Trial(list("gate"), restarts, Samples.staff(ADA, GRACE, EDSGER));
        live(trial, FROM, FROM.plusSeconds(600));
        trial.track(seen("gate", 1, trialTime(600), ADA));
        trial.track(seen("gate", 2, trialTime(620), EDSGER));
        live(trial, FROM.plusSeconds(600), BY.plusSeconds(60));

        trial.tick();

        assertThat(trial.said).hasSize(1);
        assertThat(trial.said.get(0).subject()).isEqualTo(AlertSubject.of(GRACE));
    }

    @Test
    void anybodyAtAll_isEnoughForARuleWithoutPersonAndList() {
        var nobody = new RuleSubject.Absent(null, null, List.of(), LocalTime.of(7, 0), LocalTime.of(9, 0));
        var visited = new Trial(Samples.rule(nobody, AlertBreadth.EVERYWHERE, "gate"), false);
        var lonely = new Trial(Samples.rule(nobody, AlertBreadth.EVERYWHERE, "gate"), false);
        live(visited, FROM, FROM.plusSeconds(600));
        visited.track(Samples.track("gate", 1, trialTime(600), trialTime(604), null, 5));
        live(visited, FROM.plusSeconds(600), BY.plusSeconds(60));
        live(lonely, FROM, BY.plusSeconds(60));

        visited.tick();
        lonely.tick();

        assertThat(visited.said).isEmpty();
        assertThat(kinds(lonely)).containsExactly(AlertKind.ABSENT);
        assertThat(lonely.said.get(0).subject()).isEqualTo(AlertSubject.NOBODY);
    }

    @Test
    void eachSource_hasADeadlineOfItsOwn_ifTheRuleSaysSo() {
        var trial = new Trial(Samples.rule(adaBy9(), AlertBreadth.SOURCE, "gate", "yard"), false);
        for (var time = FROM; time.isBefore(BY.plusSeconds(61)); time = time.plusSeconds(60)) {
            trial.at(time);
            trial.state("gate", CameraCondition.LIVE, FROM);
            trial.state("yard", CameraCondition.LIVE, FROM);
        }
        trial.track(seen("gate", 1, trialTime(600), ADA));

        trial.tick();

        assertThat(trial.said).hasSize(1);
        assertThat(trial.said.get(0).scope()).isEqualTo(AlertScope.ofSource("yard"));
    }

    @Test
    void deadlineThatPassedBeforeTheRuleWasWritten_isNotJudged() {
        var rule = Samples.rule(1, adaBy9(), at("gate"), RuleSureness.NAMED, BY.plusSeconds(1));
        var trial = new Trial(rule, false);
        live(trial, FROM, BY.plusSeconds(300));

        trial.tick();

        assertThat(trial.said).isEmpty();
    }

    @Test
    void ruleThatWasWrittenWithinTheWindow_cannotTell() {
        var rule = Samples.rule(1, adaBy9(), at("gate"), RuleSureness.NAMED, FROM.plusSeconds(1800));
        var trial = new Trial(rule, false);
        live(trial, FROM, BY.plusSeconds(60));

        trial.tick();

        assertThat(kinds(trial)).containsExactly(AlertKind.CANNOT_TELL);
    }

    @Test
    void emptiedMemory_ofAnOldRule_saysNothingOfWhatPassed_andRepeatsIds() {
        var trial = new Trial(ada(), false);
        live(trial, FROM, BY.plusSeconds(60));
        trial.tick();
        var replayed = new Trial(ada(), false);
        live(replayed, FROM, BY.plusSeconds(60));
        replayed.tick();
        var started = new Trial(ada(), false);
        started.at(BY.plusSeconds(60));
        started.tick();
        started.at(BY.plusSeconds(600));
        started.tick();

        assertThat(replayed.said).isEqualTo(trial.said);
        assertThat(started.said).isEmpty();
    }

    @Test
    void ruleThatWasWrittenWhileNobodyJudged_isJudgedAtTheStart() {
        var trial = new Trial(Samples.rule(1, adaBy9(), at("gate"), RuleSureness.NAMED, FROM.minusSeconds(60)), false);
        trial.at(BY.plusSeconds(3600));

        trial.tick();

        assertThat(kinds(trial)).containsExactly(AlertKind.CANNOT_TELL);
    }

    @Test
    void whatIsReadAgain_saysNothing() {
        var trial = new Trial(ada(), true);
        for (var round = 0; round < 3; round++) {
            live(trial, FROM, BY.plusSeconds(60));
            trial.tick();
            trial.track(seen("gate", 1, BY.plusSeconds(598), ADA));
        }

        assertThat(trial.said).hasSize(2);
    }

    /** The dates of ALERTS.md, with a zone's own two days. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,01:00,02:30,2026-03-28T12:00:00Z,2026-03-29T01:30:00Z,2026-03-29",
        "Europe/Berlin,01:00,02:30,2026-10-24T12:00:00Z,2026-10-25T00:30:00Z,2026-10-25",
        "Europe/Berlin,22:00,06:00,2026-10-24T12:00:00Z,2026-10-25T05:00:00Z,2026-10-25",
        "Africa/Cairo,20:00,00:00,2026-04-23T12:00:00Z,2026-04-23T22:00:00Z,2026-04-24",
        "Pacific/Apia,07:00,09:00,2011-12-30T00:00:00Z,2011-12-30T19:00:00Z,2011-12-31",
    })
    void deadlineOfANightWhoseClocksChange_isJudgedOnce(
            String zone, String from, String by, Instant start, Instant time, String date) {
        var who = new RuleSubject.Absent(ADA, null, List.of(), LocalTime.parse(from), LocalTime.parse(by));
        var rule =
                Samples.rule(1, true, who, at("gate"), zone, List.of(), RuleSureness.NAMED, RuleLimits.DEFAULT, start);
        var trial = new Trial(rule, true);
        for (var minute = start; minute.isBefore(time.plusSeconds(4 * 3600)); minute = minute.plusSeconds(60)) {
            trial.at(minute);
            trial.state("gate", CameraCondition.LIVE, start);
            trial.tick();
        }

        assertThat(trial.said).hasSize(1);
        assertThat(trial.said.get(0).kind()).isEqualTo(AlertKind.ABSENT);
        assertThat(trial.said.get(0).lastSeen()).isEqualTo(time);
        assertThat(trial.said.get(0).id())
                .isEqualTo(AlertId.of(Samples.RULE, AlertSubject.of(ADA), AlertScope.EVERYWHERE, date));
    }

    @Test
    void windowThatDidNotExist_cannotTell() {
        var who = new RuleSubject.Absent(ADA, null, List.of(), LocalTime.of(2, 0), LocalTime.of(3, 0));
        var rule = Samples.rule(1, who, at("gate"), RuleSureness.NAMED, Instant.parse("2026-03-28T12:00:00Z"));
        var trial = new Trial(rule, false);
        live(trial, Instant.parse("2026-03-28T12:00:00Z"), Instant.parse("2026-03-29T01:01:00Z"));

        trial.tick();

        assertThat(kinds(trial)).containsExactly(AlertKind.CANNOT_TELL);
    }

    @Test
    void mutedDeadline_isWritten_andNotTold_untilTheMuteIsOver() {
        var trial = new Trial(ada(), false);
        trial.at(FROM);
        trial.mute(new Mute("m", Samples.RULE, null, null, null, null, FROM, BY.plusSeconds(3600), "Front desk"));
        live(trial, FROM, BY.plusSeconds(60));
        trial.tick();
        trial.at(BY.plusSeconds(3600));
        trial.tick();

        assertThat(trial.said).hasSize(2);
        assertThat(trial.said.get(0).muted()).isTrue();
        assertThat(trial.said.get(0).notifies()).isFalse();
        assertThat(trial.said.get(1).changes()).contains(AlertNews.UNMUTED);
        assertThat(trial.said.get(1).notifies()).isTrue();
    }

    @Test
    void acknowledgement_isARevision() {
        var trial = new Trial(ada(), true);
        live(trial, FROM, BY.plusSeconds(60));
        trial.tick();

        var change = new AlertChange.Acknowledge(trial.said.get(0).id(), "Desk", BY.plusSeconds(70), null);
        trial.change(change);
        trial.change(change);

        assertThat(trial.said).hasSize(2);
        assertThat(trial.said.get(1).acknowledged()).isEqualTo(new Acknowledgement("Desk", BY.plusSeconds(70), null));
    }

    @Test
    void changedCondition_closesWhatIsOpen_andJudgesFromThenOn() {
        var trial = new Trial(ada(), false);
        live(trial, FROM, BY.plusSeconds(60));
        trial.tick();

        trial.write(Samples.rule(
                2,
                new RuleSubject.Absent(GRACE, null, List.of(), LocalTime.of(7, 0), LocalTime.of(9, 0)),
                at("gate"),
                RuleSureness.NAMED,
                BY.plusSeconds(60)));
        trial.tick();

        assertThat(trial.said).hasSize(2);
        assertThat(trial.said.get(1).reason()).isEqualTo(AlertReason.RULE_CHANGED);
    }

    @Test
    void changedSilence_changesNothing_andNoDeadlineIsMissed() {
        var trial = new Trial(ada(), false);
        live(trial, FROM, BY.plusSeconds(5));

        trial.write(Samples.rule(
                2,
                true,
                adaBy9(),
                at("gate"),
                BERLIN,
                List.of(),
                RuleSureness.NAMED,
                new RuleLimits(60, 60, 3600, 10, RuleLimits.DEFAULT.first(), LocalTime.MIDNIGHT),
                BY.plusSeconds(5)));
        trial.at(BY.plusSeconds(120));
        trial.tick();

        assertThat(kinds(trial)).containsExactly(AlertKind.ABSENT);
        assertThat(trial.said.get(0).ruleRevision()).isEqualTo(2);
    }

    @Test
    void disabledRule_closesWhatIsOpen_andJudgesNothing() {
        var trial = new Trial(ada(), false);
        live(trial, FROM, BY.plusSeconds(60));
        trial.tick();

        trial.write(Samples.rule(
                2,
                false,
                adaBy9(),
                at("gate"),
                BERLIN,
                List.of(),
                RuleSureness.NAMED,
                RuleLimits.DEFAULT,
                BY.plusSeconds(60)));
        trial.at(BY.plus(DAY).plusSeconds(120));
        trial.tick();

        assertThat(trial.said).hasSize(2);
        assertThat(trial.said.get(1).reason()).isEqualTo(AlertReason.RULE_CHANGED);
    }

    @Test
    void whoLeavesTheList_isNotAwaited_andWhoJoinsIt_isFromTheNextWindowOn() {
        var trial = new Trial(list("gate"), false, Samples.staff(ADA));
        live(trial, FROM, BY.minusSeconds(60));
        trial.write(List.of(Samples.staff(ADA, GRACE)));
        live(trial, BY.minusSeconds(60), BY.plusSeconds(60));
        trial.tick();
        assertThat(subjects(trial)).containsExactly("person:ada");

        trial.write(List.of(Samples.staff(GRACE)));
        assertThat(trial.said.get(1).reason()).isEqualTo(AlertReason.RULE_CHANGED);
        live(trial, BY.plusSeconds(60), BY.plus(DAY).plusSeconds(60));
        trial.tick();

        assertThat(subjects(trial)).containsExactly("person:ada", "person:ada", "person:grace");
    }

    @Test
    void deletedPerson_isErased_alsoFromWhatIsClosed() {
        var trial = new Trial(list("gate"), true, Samples.staff(ADA, GRACE));
        live(trial, FROM, BY.plusSeconds(60));
        trial.tick();
        trial.track(seen("gate", 1, BY.plusSeconds(598), ADA));
        trial.said.clear();

        trial.delete(ADA);
        trial.delete(GRACE);
        trial.track(seen("gate", 2, BY.plusSeconds(700), GRACE));

        assertThat(trial.said).hasSize(2).allSatisfy(alert -> {
            assertThat(alert.reason()).isEqualTo(AlertReason.ERASED);
            assertThat(alert.subject()).isEqualTo(AlertSubject.ERASED);
            assertThat(alert.identity()).isNull();
            assertThat(alert.shot()).isNull();
        });
    }

    @Test
    void memory_staysSmall() {
        var trial = new Trial(list("gate"), false, Samples.staff(ADA, GRACE, EDSGER));
        for (var day = 0; day < 20; day++) {
            var from = FROM.plus(DAY.multipliedBy(day));
            for (var time = from; time.isBefore(from.plus(DAY)); time = time.plusSeconds(60)) {
                trial.at(time);
                trial.state("gate", CameraCondition.LIVE, time);
                trial.track(seen(
                        "gate",
                        1 + day * 2000 + (int) Duration.between(from, time).toMinutes(),
                        time,
                        ADA));
                trial.tick();
            }
        }

        assertThat(trial.said).hasSizeBetween(78, 82);
        assertThat(trial.memory.keys().stream().filter(key -> !key.matches("(open|closed|index)\\|.*")))
                .hasSizeLessThan(10);
    }

    private static AlertRule ada() {
        return Samples.rule(adaBy9(), AlertBreadth.EVERYWHERE, "gate");
    }

    private static AlertRule list(String... sources) {
        return Samples.rule(
                new RuleSubject.Absent(
                        null, new ListId(STAFF.value()), List.of(), LocalTime.of(7, 0), LocalTime.of(9, 0)),
                AlertBreadth.EVERYWHERE,
                sources);
    }

    private static RuleSubject.Absent adaBy9() {
        return new RuleSubject.Absent(ADA, null, List.of(), LocalTime.of(7, 0), LocalTime.of(9, 0));
    }

    private static RulePlaces at(String... sources) {
        return new RulePlaces(List.of(sources), List.of(), List.of(), AlertBreadth.EVERYWHERE);
    }

    private static Instant trialTime(int seconds) {
        return FROM.plusSeconds(seconds);
    }

    /** A camera that is live all the time. */
    private static void live(Trial trial, Instant from, Instant until) {
        trial.states("gate", CameraCondition.LIVE, from, until);
        trial.state("gate", CameraCondition.LIVE, from);
    }

    /** In view for two seconds, by five looks. */
    private static TrackUpdate seen(String source, int number, Instant first, @Nullable PersonId person) {
        return Samples.track(source, number, first, first.plusSeconds(2), person, 5);
    }

    private static TrackIdentity uncertain() {
        return new TrackIdentity(Decision.UNCERTAIN, ADA, 1, 9, 0.44, 0.465, "model", 42);
    }

    private static List<AlertReason> reasons(Trial trial) {
        return trial.said.stream().map(Alert::reason).toList();
    }

    private static List<AlertKind> kinds(Trial trial) {
        return trial.said.stream().map(Alert::kind).toList();
    }

    private static List<String> subjects(Trial trial) {
        return trial.said.stream().map(alert -> alert.subject().value()).toList();
    }
}

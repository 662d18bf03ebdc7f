package io.faceline.alerting.judge.special.down;

import static io.faceline.alerting.judge.special.Samples.WRITTEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.alerting.judge.special.Samples;
import io.faceline.alerting.judge.special.Trial;
import io.faceline.contracts.alert.Alert;
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
import io.faceline.contracts.rule.AlertBreadth;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.GroupId;
import io.faceline.contracts.rule.RuleLimits;
import io.faceline.contracts.rule.RulePlaces;
import io.faceline.contracts.rule.RuleSubject;
import io.faceline.contracts.rule.RuleSureness;
import io.faceline.contracts.rule.SourceGroup;
import io.faceline.contracts.rule.SourceRole;
import io.faceline.contracts.schedule.DailySpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CameraDownJudgeTest {
    private static final Instant START = Instant.parse("2026-06-02T10:00:00Z");
    private static final List<String> SITE = List.of("gate", "hall", "roof", "yard");

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void cameraThatIsDownForAMinute_isToldOnce_andItsReturn(boolean restarts) {
        var trial = new Trial(rule(60, AlertBreadth.SOURCE, "gate"), restarts);
        state(trial, "gate", CameraCondition.LIVE, 0, 0);
        state(trial, "gate", CameraCondition.FROZEN, 10, 15);
        state(trial, "gate", CameraCondition.CONNECTING, 40, 40);
        tick(trial, 69);
        assertThat(trial.said).isEmpty();

        tick(trial, 70);
        state(trial, "gate", CameraCondition.UNREACHABLE, 75, 75);
        tick(trial, 100);
        state(trial, "gate", CameraCondition.LIVE, 120, 121);
        state(trial, "gate", CameraCondition.LIVE, 120, 181);

        assertThat(trial.said).hasSize(2);
        var down = trial.said.get(0);
        assertThat(down.kind()).isEqualTo(AlertKind.CAMERA_DOWN);
        assertThat(down.id())
                .isEqualTo(AlertId.of(
                        Samples.RULE,
                        AlertSubject.of(new CameraId("gate")),
                        AlertScope.ofSource("gate"),
                        time(10).toString()));
        assertThat(down.source()).isEqualTo("gate");
        assertThat(down.firstSeen()).isEqualTo(time(10));
        assertThat(down.notifies()).isTrue();
        assertThat(down.late()).isFalse();
        var back = trial.said.get(1);
        assertThat(back.state()).isEqualTo(AlertState.CLOSED);
        assertThat(back.reason()).isEqualTo(AlertReason.ENDED);
        assertThat(back.lastSeen()).isEqualTo(time(120));
    }

    @ParameterizedTest
    @EnumSource(
            value = CameraCondition.class,
            names = {"DISABLED", "OUTSIDE_HOURS", "UNKNOWN", "LIVE"})
    void cameraThatIsOff_isNotDown(CameraCondition condition) {
        var trial = new Trial(rule(60, AlertBreadth.SOURCE, "gate"), false);
        state(trial, "gate", condition, 0, 0);
        state(trial, "gate", condition, 0, 60);
        state(trial, "gate", condition, 0, 120);
        tick(trial, 125);

        assertThat(trial.said).isEmpty();
    }

    @Test
    void cameraThatIsSwitchedOff_whileItIsDown_isOver() {
        var trial = new Trial(rule(60, AlertBreadth.SOURCE, "gate"), false);
        state(trial, "gate", CameraCondition.UNREACHABLE, 0, 0);
        tick(trial, 60);
        state(trial, "gate", CameraCondition.DISABLED, 70, 70);

        assertThat(reasons(trial)).containsExactly(null, AlertReason.ENDED);
    }

    @Test
    void otherCameras_areNotMeant() {
        var trial = new Trial(rule(60, AlertBreadth.SOURCE, "gate"), false);
        state(trial, "yard", CameraCondition.UNREACHABLE, 0, 0);
        tick(trial, 500);

        assertThat(trial.said).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void cameraThatComesAndGoes_isToldOnce_andCounted_untilTheSilenceIsOver(boolean restarts) {
        var trial = new Trial(rule(60, AlertBreadth.SOURCE, "gate"), restarts);
        for (var round = 0; round < 4; round++) {
            var begin = round * 120;
            state(trial, "gate", CameraCondition.UNREACHABLE, begin, begin);
            tick(trial, begin + 60);
            state(trial, "gate", CameraCondition.LIVE, begin + 90, begin + 90);
            tick(trial, begin + 91);
        }

        assertThat(trial.said.stream().filter(Alert::notifies)).hasSize(1);
        assertThat(trial.said.stream().map(Alert::id).distinct()).hasSize(1);
        assertThat(trial.said.get(trial.said.size() - 1).count()).isEqualTo(3);
        assertThat(trial.said.get(trial.said.size() - 1).state()).isEqualTo(AlertState.CLOSED);
    }

    @Test
    void cameraThatGoesTooShortly_isNotTold() {
        var trial = new Trial(rule(60, AlertBreadth.SOURCE, "gate"), false);
        for (var begin = 0; begin < 600; begin += 60) {
            state(trial, "gate", CameraCondition.CONNECTING, begin, begin);
            tick(trial, begin + 50);
            state(trial, "gate", CameraCondition.LIVE, begin + 55, begin + 55);
        }

        assertThat(trial.said).isEmpty();
    }

    @Test
    void cameraThatIsStillDown_whenTheSilenceEnds_isTold() {
        var trial = new Trial(rule(60, AlertBreadth.SOURCE, "gate"), true);
        state(trial, "gate", CameraCondition.UNREACHABLE, 0, 0);
        tick(trial, 60);
        state(trial, "gate", CameraCondition.LIVE, 100, 100);
        state(trial, "gate", CameraCondition.LIVE, 100, 160);
        state(trial, "gate", CameraCondition.UNREACHABLE, 200, 200);
        tick(trial, 260);
        tick(trial, 699);
        assertThat(trial.said.stream().filter(Alert::notifies)).hasSize(1);

        tick(trial, 700);

        assertThat(trial.said.stream().filter(Alert::notifies)).hasSize(2);
        assertThat(trial.said.get(trial.said.size() - 1).firstSeen()).isEqualTo(time(200));
    }

    @Test
    void cameraWithoutStates_isDownSinceTheLastOne() {
        var trial = new Trial(rule(60, AlertBreadth.SOURCE, "gate"), false);
        tick(trial, 0);
        state(trial, "gate", CameraCondition.LIVE, 0, 30);
        trial.tickUntil(time(120));
        assertThat(trial.said).isEmpty();

        trial.tickUntil(time(125));
        state(trial, "gate", CameraCondition.CONNECTING, 130, 130);
        state(trial, "gate", CameraCondition.LIVE, 135, 135);

        assertThat(reasons(trial)).containsExactly(null, AlertReason.ENDED);
        assertThat(trial.said.get(0).firstSeen()).isEqualTo(time(30));
    }

    @Test
    void statesThatAreMissing_whileTheStageIsBehindOrHasJustStarted_sayNothing() {
        var trial = new Trial(rule(60, AlertBreadth.SOURCE, "gate"), false);
        state(trial, "gate", CameraCondition.LIVE, 0, 30);
        trial.at(time(5000));
        trial.tickWhileBehind();
        trial.restart();
        trial.tickUntil(time(5080));
        state(trial, "gate", CameraCondition.LIVE, 0, 5080);
        trial.tickUntil(time(5160));

        assertThat(trial.said).isEmpty();
    }

    @Test
    void backlog_makesTheAlertsThatLiveWouldHaveMade_late() {
        var live = new Trial(rule(60, AlertBreadth.SOURCE, "gate"), false);
        state(live, "gate", CameraCondition.LIVE, 0, 0);
        state(live, "gate", CameraCondition.UNREACHABLE, 30, 30);
        tick(live, 90);
        state(live, "gate", CameraCondition.LIVE, 100, 100);
        var behind = new Trial(rule(60, AlertBreadth.SOURCE, "gate"), true);
        behind.at(time(4000));
        behind.state("gate", CameraCondition.LIVE, time(0), time(0));
        behind.state("gate", CameraCondition.UNREACHABLE, time(30), time(30));
        behind.tickWhileBehind();
        behind.state("gate", CameraCondition.LIVE, time(100), time(100));

        assertThat(behind.said.stream().map(Alert::message))
                .isEqualTo(live.said.stream().map(Alert::message).toList());
        assertThat(behind.said.get(0).late()).isTrue();
        assertThat(live.said.get(0).late()).isFalse();
    }

    @Test
    void backlogWithAGap_saysThatNobodyReadTheCamera() {
        var trial = new Trial(rule(60, AlertBreadth.SOURCE, "gate"), true);
        trial.at(time(4000));
        trial.state("gate", CameraCondition.LIVE, time(0), time(30));
        trial.state("gate", CameraCondition.LIVE, time(630), time(631));

        assertThat(reasons(trial)).containsExactly(null, AlertReason.ENDED);
        assertThat(trial.said.get(1).firstSeen()).isEqualTo(time(30));
        assertThat(trial.said.get(1).lastSeen()).isEqualTo(time(630));
    }

    @Test
    void whatIsReadAgain_saysNothing() {
        var trial = new Trial(rule(60, AlertBreadth.SOURCE, "gate"), true);
        for (var round = 0; round < 3; round++) {
            state(trial, "gate", CameraCondition.UNREACHABLE, 0, 0);
            state(trial, "gate", CameraCondition.UNREACHABLE, 0, 60);
            state(trial, "gate", CameraCondition.LIVE, 90, 90);
        }

        assertThat(trial.said.stream().map(Alert::revision)).containsExactly(1L, 2L);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void outageOfASite_isOneAlert_untilTheLastIsBack(boolean restarts) {
        var trial = new Trial(rule(60, AlertBreadth.EVERYWHERE), restarts);
        SITE.forEach(camera -> state(trial, camera, CameraCondition.LIVE, 0, 0));
        state(trial, "gate", CameraCondition.UNREACHABLE, 30, 30);
        state(trial, "hall", CameraCondition.UNREACHABLE, 34, 34);
        state(trial, "roof", CameraCondition.FROZEN, 39, 40);
        tick(trial, 90);
        tick(trial, 110);
        assertThat(trial.said).hasSize(1);
        var outage = trial.said.get(0);
        assertThat(outage.subject()).isEqualTo(AlertSubject.CAMERAS);
        assertThat(outage.scope()).isEqualTo(AlertScope.EVERYWHERE);
        assertThat(outage.count()).isEqualTo(3);
        assertThat(outage.source()).isNull();

        state(trial, "gate", CameraCondition.LIVE, 120, 120);
        state(trial, "hall", CameraCondition.LIVE, 121, 121);
        assertThat(trial.said).hasSize(1);
        state(trial, "roof", CameraCondition.LIVE, 122, 122);

        assertThat(reasons(trial)).containsExactly(null, AlertReason.ENDED);
    }

    @Test
    void cameraThatIsFoundLate_joinsTheOutage() {
        var trial = new Trial(rule(60, AlertBreadth.EVERYWHERE), true);
        SITE.forEach(camera -> state(trial, camera, CameraCondition.LIVE, 0, 0));
        List.of("gate", "hall", "roof").forEach(camera -> state(trial, camera, CameraCondition.UNREACHABLE, 30, 30));
        state(trial, "yard", CameraCondition.LIVE, 0, 31);
        tick(trial, 90);
        state(trial, "yard", CameraCondition.UNREACHABLE, 38, 91);
        tick(trial, 98);

        assertThat(trial.said).hasSize(2);
        assertThat(trial.said.get(1).changes()).containsExactly(AlertNews.COUNT);
        assertThat(trial.said.get(1).count()).isEqualTo(4);
        assertThat(trial.said.get(1).notifies()).isFalse();
        assertThat(trial.said.get(1).id()).isEqualTo(trial.said.get(0).id());
    }

    @Test
    void halfOfTheCameras_orOneAfterTheOther_orEachSourceByItself_areAlertsOfTheirOwn() {
        var half = new Trial(rule(60, AlertBreadth.EVERYWHERE), false);
        var slow = new Trial(rule(60, AlertBreadth.EVERYWHERE), false);
        var each = new Trial(rule(60, AlertBreadth.SOURCE), false);
        for (var trial : List.of(half, slow, each)) {
            SITE.forEach(camera -> state(trial, camera, CameraCondition.LIVE, 0, 0));
        }
        List.of("gate", "hall").forEach(camera -> state(half, camera, CameraCondition.UNREACHABLE, 30, 30));
        SITE.forEach(camera -> state(slow, camera, CameraCondition.UNREACHABLE, 30 + 11 * SITE.indexOf(camera), 70));
        SITE.forEach(camera -> state(each, camera, CameraCondition.UNREACHABLE, 30, 30));
        for (var trial : List.of(half, slow, each)) {
            tick(trial, 130);
        }

        assertThat(half.said).hasSize(2);
        assertThat(slow.said).hasSize(4);
        assertThat(each.said).hasSize(4);
    }

    @Test
    void ingestThatVanishes_isOneOutage_althoughTheLastStatesAreOfDifferentTimes() {
        var trial = new Trial(rule(60, AlertBreadth.EVERYWHERE), false);
        tick(trial, 0);
        SITE.forEach(camera -> state(trial, camera, CameraCondition.LIVE, 0, 100 + 15 * SITE.indexOf(camera)));
        trial.tickUntil(time(400));

        assertThat(trial.said).hasSize(1);
        assertThat(trial.said.get(0).count()).isEqualTo(4);
        assertThat(trial.said.get(0).writtenAt()).isBetween(time(259), time(262));
    }

    @Test
    void groups_haveOutagesOfTheirOwn() {
        var trial = new Trial(
                Samples.rule(
                        1,
                        new RuleSubject.CameraDown(60),
                        new RulePlaces(
                                List.of(),
                                List.of(new GroupId("north"), new GroupId("south")),
                                List.of(),
                                AlertBreadth.GROUP),
                        RuleSureness.NAMED,
                        WRITTEN),
                false);
        trial.group(
                new SourceGroup(new GroupId("north"), "North", SourceRole.BOTH, List.of("a", "b", "c"), WRITTEN),
                new SourceGroup(new GroupId("south"), "South", SourceRole.BOTH, List.of("d", "e", "f"), WRITTEN));
        List.of("a", "b", "c").forEach(camera -> state(trial, camera, CameraCondition.UNREACHABLE, 0, 0));
        state(trial, "d", CameraCondition.UNREACHABLE, 0, 0);
        tick(trial, 60);

        assertThat(trial.said.stream().map(alert -> alert.scope() + " " + alert.subject()))
                .containsExactlyInAnyOrder("group:north cameras", "group:south camera:d");
    }

    @Test
    void cameraThatIsDownForADay_isClosed_andQuietUntilItWasBack() {
        var trial = new Trial(rule(60, AlertBreadth.SOURCE, "gate"), true);
        state(trial, "gate", CameraCondition.UNREACHABLE, 0, 0);
        tick(trial, 60);
        tick(trial, 86_400);
        tick(trial, 2 * 86_400);
        assertThat(reasons(trial)).containsExactly(null, AlertReason.TOO_LONG);

        state(trial, "gate", CameraCondition.LIVE, 200_000, 200_000);
        state(trial, "gate", CameraCondition.LIVE, 200_000, 299_950);
        state(trial, "gate", CameraCondition.UNREACHABLE, 300_000, 300_000);
        tick(trial, 300_060);

        assertThat(reasons(trial)).containsExactly(null, AlertReason.TOO_LONG, null);
    }

    @Test
    void hoursOfTheRule_areWhenItIsTold() {
        var day = List.of(new DailySpan(List.of(), LocalTime.of(13, 0), LocalTime.of(20, 0)));
        var trial = new Trial(
                Samples.rule(
                        1,
                        true,
                        new RuleSubject.CameraDown(60),
                        new RulePlaces(List.of("gate"), List.of(), List.of(), AlertBreadth.SOURCE),
                        Samples.BERLIN,
                        day,
                        RuleSureness.NAMED,
                        RuleLimits.DEFAULT,
                        WRITTEN),
                false);
        state(trial, "gate", CameraCondition.UNREACHABLE, 0, 0);
        tick(trial, 3599);
        assertThat(trial.said).isEmpty();

        tick(trial, 3600);

        assertThat(trial.said).hasSize(1);
    }

    @Test
    void deletedCamera_isErased() {
        var trial = new Trial(rule(60, AlertBreadth.SOURCE, "gate"), true);
        state(trial, "gate", CameraCondition.UNREACHABLE, 0, 0);
        tick(trial, 60);

        trial.delete(new CameraId("gate"));
        state(trial, "gate", CameraCondition.UNREACHABLE, 0, 70);
        tick(trial, 200);

        assertThat(reasons(trial)).containsExactly(null, AlertReason.SOURCE_DELETED);
        assertThat(trial.said.get(1).subject()).isEqualTo(AlertSubject.ERASED);
    }

    @Test
    void deletedCameraOfAnOutage_isNotWaitedFor() {
        var trial = new Trial(rule(60, AlertBreadth.EVERYWHERE), true);
        SITE.forEach(camera -> state(trial, camera, CameraCondition.UNREACHABLE, 0, 0));
        tick(trial, 60);
        trial.delete(new CameraId("yard"));
        List.of("gate", "hall", "roof").forEach(camera -> state(trial, camera, CameraCondition.LIVE, 70, 70));

        assertThat(reasons(trial)).containsExactly(null, AlertReason.ENDED);
    }

    @Test
    void longerTime_closesWhatDoesNotHoldYet_andTellsItWhenItDoes() {
        var trial = new Trial(rule(60, AlertBreadth.SOURCE, "gate"), true);
        state(trial, "gate", CameraCondition.UNREACHABLE, 0, 0);
        tick(trial, 60);

        trial.write(rule(2, 300, AlertBreadth.SOURCE, "gate"));
        tick(trial, 299);
        assertThat(reasons(trial)).containsExactly(null, AlertReason.RULE_CHANGED);
        tick(trial, 300);

        assertThat(trial.said).hasSize(3);
        assertThat(trial.said.get(2).state()).isEqualTo(AlertState.OPEN);
        assertThat(trial.said.get(2).revision()).isEqualTo(3);
    }

    @Test
    void otherCamera_orDisabledRule_closesWhatIsOpen() {
        var trial = new Trial(rule(60, AlertBreadth.SOURCE, "gate"), false);
        state(trial, "gate", CameraCondition.UNREACHABLE, 0, 0);
        tick(trial, 60);

        trial.write(rule(2, 60, AlertBreadth.SOURCE, "yard"));
        tick(trial, 200);

        assertThat(reasons(trial)).containsExactly(null, AlertReason.RULE_CHANGED);
    }

    @Test
    void mutedCamera_isWritten_andWhoWasToldOfTheBegin_isToldOfTheEnd() {
        var trial = new Trial(rule(60, AlertBreadth.SOURCE, "gate", "yard"), false);
        state(trial, "gate", CameraCondition.UNREACHABLE, 0, 0);
        tick(trial, 60);
        trial.mute(new Mute(
                "m", Samples.RULE, null, null, null, null, time(60), time(60).plus(Duration.ofHours(2)), "Desk"));
        state(trial, "yard", CameraCondition.UNREACHABLE, 0, 61);
        tick(trial, 70);

        assertThat(trial.said.stream().filter(Alert::notifies)).hasSize(1);
        assertThat(trial.said.stream().filter(Alert::muted).map(Alert::source)).containsExactly("gate", "yard");
    }

    private static AlertRule rule(int after, AlertBreadth per, String... sources) {
        return rule(1, after, per, sources);
    }

    private static AlertRule rule(long revision, int after, AlertBreadth per, String... sources) {
        return Samples.rule(
                revision,
                new RuleSubject.CameraDown(after),
                new RulePlaces(List.of(sources), List.of(), List.of(), per),
                RuleSureness.NAMED,
                WRITTEN);
    }

    private static Instant time(long seconds) {
        return START.plusSeconds(seconds);
    }

    private static void state(Trial trial, String camera, CameraCondition condition, int since, int at) {
        trial.at(time(at));
        trial.state(camera, condition, time(since));
    }

    private static void tick(Trial trial, int at) {
        trial.at(time(at));
        trial.tick();
    }

    private static List<AlertReason> reasons(Trial trial) {
        return trial.said.stream().map(Alert::reason).toList();
    }
}

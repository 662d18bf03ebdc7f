package io.faceline.alerts.judging;

import static io.faceline.alerts.TestRules.ADA_COMES;
import static io.faceline.alerts.TestRules.GRACE_COMES;
import static io.faceline.alerts.TestTracks.ADA;
import static io.faceline.alerts.TestTracks.GRACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.alerting.book.RuleBook;
import io.faceline.alerting.judge.JudgeMemory;
import io.faceline.alerting.judge.RuleJudge;
import io.faceline.alerts.TestJudge;
import io.faceline.alerts.TestRules;
import io.faceline.alerts.TestTracks;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertReason;
import io.faceline.contracts.alert.AlertState;
import io.faceline.contracts.alert.AlertSubject;
import io.faceline.contracts.rule.RuleId;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgeTaskTest {
    private static final RuleId BROKEN = new RuleId("broken");

    private final List<RuleId> made = new ArrayList<>();
    private boolean isBroken = true;
    private final JudgeFixture judges = new JudgeFixture(this::judge);
    private final TestTracks track = TestTracks.atDoor(0);

    private RuleJudge judge(RuleId rule, RuleBook book, JudgeMemory memory) {
        made.add(rule);
        var judge = new TestJudge(rule, book, memory);
        return rule.equals(BROKEN) ? breaking(judge) : judge;
    }

    /** Fails after each answer. */
    private RuleJudge breaking(RuleJudge judge) {
        return (RuleJudge) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {RuleJudge.class}, (proxy, method, arguments) -> {
                    var said = method.invoke(judge, arguments);
                    if (isBroken && method.getName().equals("onTrack")) {
                        throw new IllegalStateException("a bug");
                    }
                    if (isBroken && method.getName().equals("onTime")) {
                        throw new IllegalArgumentException("another");
                    }
                    return said;
                });
    }

    @Test
    void anotherTask_saysNothingAgain_andGoesOn() {
        judges.send(ADA_COMES, track.at(0, ADA));
        judges.restart();
        judges.send(ADA_COMES, track.at(0, ADA));
        judges.send(ADA_COMES, track.endedAt(5, ADA));
        judges.tick();
        assertThat(judges.alerts).extracting(Alert::revision).containsExactly(1L);

        judges.restart();
        judges.pass(TestJudge.HOLD.plusSeconds(2));

        assertThat(judges.alerts).extracting(Alert::revision).containsExactly(1L, 2L);
        assertThat(judges.running().openAlerts()).isZero();
    }

    /** Outputs, state and offsets are one transaction: after a crash all is as at the commit, and is read again. */
    @Test
    void whatIsJudgedAgainAfterACrash_isTheSame() {
        judges.send(ADA_COMES, track.at(0, ADA), track.picture(0));
        var memory = new LinkedHashMap<>(judges.tables.memory().where(any -> true));
        var marks = new LinkedHashMap<>(judges.tables.marks().where(any -> true));
        judges.send(ADA_COMES, track.shownAt(3, ADA, 3), track.picture(3));
        var lost = List.copyOf(judges.alerts);

        judges.tables.memory().where(any -> true).keySet().forEach(judges.tables.memory()::remove);
        memory.forEach(judges.tables.memory()::write);
        marks.forEach(judges.tables.marks()::write);
        judges.restart();
        judges.send(ADA_COMES, track.shownAt(3, ADA, 3), track.picture(3));

        assertThat(judges.alerts).hasSize(3);
        assertThat(judges.alerts.get(2)).isEqualTo(lost.get(1));
    }

    @Test
    void offsetsThatAreReset_sayNothing() {
        judges.send(ADA_COMES, track.at(0, ADA));
        judges.send(ADA_COMES, track.shownAt(3, ADA, 3));
        judges.rewind();
        judges.restart();
        judges.send(ADA_COMES, track.at(0, ADA));
        judges.send(ADA_COMES, track.shownAt(3, ADA, 3));

        assertThat(judges.alerts).hasSize(2);
    }

    @Test
    void nothingEnds_asLongAsItIsNotKnownWhatIsJudged() {
        judges.send(ADA_COMES, track.endedAt(0, ADA));
        judges.now = judges.now.plus(Duration.ofHours(1));
        judges.running().onTime(Optional.empty());
        judges.running().onTime(Optional.of(TestTracks.START.plusSeconds(10)));
        assertThat(judges.alerts).hasSize(1);

        judges.running().onTime(Optional.of(TestTracks.START.plus(TestJudge.HOLD)));
        assertThat(judges.alerts).hasSize(2);
    }

    @Test
    void rulesWithoutObservations_haveJudges_whereTheyBelong() {
        judges.known.put(TestRules.grace());
        judges.known.put(TestRules.of(new RuleId("elsewhere-1"), ADA, "UTC"));
        judges.tick();

        assertThat(made).containsExactlyInAnyOrder(ADA_COMES, GRACE_COMES);
    }

    @Test
    void ruleThatWasDeletedWhileNobodyJudged_closesItsAlerts_andIsForgotten() {
        judges.send(ADA_COMES, track.at(0, ADA));
        judges.known.remove(ADA_COMES);
        judges.restart();
        judges.tick();

        assertThat(judges.alerts).last().satisfies(alert -> assertThat(alert.reason())
                .isEqualTo(AlertReason.RULE_CHANGED));
        judges.tick();
        assertThat(judges.tables.memory().where(any -> true)).isEmpty();
    }

    @Test
    void observationOfARuleThatIsNotKnownYet_waitsForIt() {
        judges.send(GRACE_COMES, track.at(0, GRACE), track.picture(0));
        assertThat(judges.alerts).isEmpty();
        judges.restart();

        judges.known.put(TestRules.grace());
        judges.tick();

        assertThat(judges.alerts).extracting(Alert::rule).containsExactly(GRACE_COMES);
        assertThat(judges.pictures).isEqualTo(1);
        assertThat(judges.tables.early().where(any -> true)).isEmpty();
    }

    @Test
    void observationOfNoRule_isForgotten() {
        judges.send(GRACE_COMES, track.at(0, GRACE));
        judges.now = judges.now.plus(JudgeTask.EARLY_KEPT).plusSeconds(1);
        judges.running().forget();

        assertThat(judges.tables.early().where(any -> true)).isEmpty();
    }

    @Test
    void judgeThatFails_hasSaidAndKeptNothing_andTheOthersGoOn() {
        judges.known.put(TestRules.of(BROKEN, ADA, "UTC"));
        assertThatThrownBy(() -> judges.send(BROKEN, track.at(0, ADA)))
                .isInstanceOf(JudgeFailure.class)
                .hasMessageContaining("broken");
        judges.send(ADA_COMES, track.at(0, ADA));
        judges.tick();
        judges.tick();

        assertThat(judges.alerts).extracting(Alert::rule).containsExactly(ADA_COMES);
        assertThat(judges.tables.memory().where(any -> true).keySet()).allMatch(key -> key.startsWith("ada-comes|"));

        isBroken = false;
        judges.send(BROKEN, track.at(0, ADA));
        assertThat(judges.alerts).last().satisfies(alert -> {
            assertThat(alert.rule()).isEqualTo(BROKEN);
            assertThat(alert.revision()).isEqualTo(1);
        });
    }

    @Test
    void deletedPerson_isErasedFromAlerts_andTheirPictures() {
        judges.send(ADA_COMES, track.at(0, ADA), track.picture(0));
        var id = judges.alerts.get(0).id().value();
        assertThat(judges.shots.get(id)).isPresent();

        judges.known.delete(ADA);
        judges.tick();

        assertThat(judges.alerts).last().satisfies(alert -> {
            assertThat(alert.state()).isEqualTo(AlertState.CLOSED);
            assertThat(alert.reason()).isEqualTo(AlertReason.ERASED);
            assertThat(alert.subject()).isEqualTo(AlertSubject.ERASED);
        });
        assertThat(judges.shots.get(id)).isEmpty();
        assertThat(judges.tables.pictures().where(any -> true)).isEmpty();
    }

    /** What was passed on before the deletion was read does not bring the name back. */
    @Test
    void deletedPerson_isNotNamedAgain() {
        judges.known.delete(ADA);
        judges.send(ADA_COMES, track.at(0, ADA), track.picture(0));
        judges.tick();

        assertThat(judges.alerts).isEmpty();
        assertThat(judges.tables.pictures().where(kept -> ADA.equals(kept.person())))
                .isEmpty();
    }

    @Test
    void endedSession_closesItsAlerts() {
        judges.send(ADA_COMES, track.at(0, ADA), track.picture(0));

        judges.known.delete(TestTracks.CAMERA);
        judges.tick();

        assertThat(judges.alerts).last().satisfies(alert -> assertThat(alert.reason())
                .isEqualTo(AlertReason.SOURCE_DELETED));
        assertThat(judges.shots.get(judges.alerts.get(0).id().value())).isEmpty();
    }
}

package io.faceline.alerting.judge.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.alerting.TestJudge;
import io.faceline.alerting.TestRules;
import io.faceline.alerting.TestTracks;
import io.faceline.alerting.judge.AlertLedger;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertReason;
import io.faceline.contracts.rule.ListId;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.rule.RulePriority;
import io.faceline.contracts.rule.RuleSubject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of open and waiting alerts when rules, lists and groups change. */
class RuleChangesTest {
    private static final Instant T = Instant.parse("2026-06-01T10:00:00Z");

    private final TestTracks track = TestTracks.at("door", T).named("ada");
    private final TestRules rules =
            new TestRules().list("vip", "ada").list("staff", "grace").group("site", "door");
    private TestJudge judge;

    private static TestRules.Builder ada() {
        return TestRules.person("r", "ada").revision(2);
    }

    @BeforeEach
    void openAlert() {
        judge = new TestJudge(TestRules.person("r", "ada").build(), rules, false);
        judge.looks(track, 0, 2);
        assertThat(judge.news()).hasSize(1);
    }

    @Test
    void priority_isCarriedAtTheNextRevision() {
        judge.put(ada().priority(RulePriority.HIGH));
        assertThat(judge.written()).isEmpty();

        judge.looks(TestTracks.at("door", T, 1).named("ada"), 3, 3);
        assertThat(judge.said()).containsExactly("2:[TRACK_JOINED, RULE]");
        assertThat(judge.told()).isEmpty();
        assertThat(judge.alerts().get(0)).satisfies(alert -> {
            assertThat(alert.priority()).isEqualTo(RulePriority.HIGH);
            assertThat(alert.ruleRevision()).isEqualTo(2);
        });
    }

    @Test
    void conditionThatStillHolds_saysNothing() {
        judge.put(ada().after(2));

        assertThat(judge.written()).isEmpty();
    }

    @Test
    void conditionThatHoldsNoMore_closesRuleChanged() {
        for (var changed : new TestRules.Builder[] {
            ada().after(60),
            ada().similarity(0.9),
            ada().at("yard"),
            ada().hours("03:00", "04:00"),
            TestRules.person("r", "grace").revision(2),
            TestRules.listed("r", "staff").revision(2),
            TestRules.notListed("r", "vip").revision(2),
            TestRules.stranger("r").revision(2)
        }) {
            assertChanged(judge.another().put(changed));
            openAgain();
        }
    }

    private void openAgain() {
        rules.put(TestRules.person("r", "ada"));
        judge = new TestJudge(TestRules.person("r", "ada").build(), rules, false);
        judge.looks(TestTracks.at("door", T).named("ada"), 0, 2).news();
    }

    private static void assertChanged(TestJudge changed) {
        assertThat(changed.written()).singleElement().satisfies(alert -> {
            assertThat(alert.reason()).isEqualTo(AlertReason.RULE_CHANGED);
            assertThat(alert.revision()).isEqualTo(2);
        });
    }

    @Test
    void disabledOrDeleted_closesRuleChanged() {
        assertChanged(judge.another().put(ada().disabled()));
        openAgain();
        assertChanged(judge.another().put(ada().zone("America/Nowhere")));
        openAgain();
        rules.delete(new RuleId("r"));
        assertChanged(judge.another().book());
    }

    @Test
    void otherKind_closesRuleChanged_alsoIfAnotherStartsThen() {
        var together = TestRules.of("r", new RuleSubject.CameraDown(60)).revision(2);
        assertChanged(judge.another().put(together));
        openAgain();
        rules.put(together);
        assertChanged(judge.another().time(T.plusSeconds(4)));
    }

    @Test
    void otherKind_leavesNothingThatTheOtherJudgeDoesNotKnow() {
        judge.visit(track, 3).pass(Duration.ofSeconds(60));
        assertThat(judge.memory().contains("silence|")).isTrue();

        judge.put(TestRules.of("r", new RuleSubject.CameraDown(60)).revision(2));

        assertThat(judge.memory().keys()).allMatch(key -> key.startsWith("closed|") || key.startsWith("index|"));
    }

    @Test
    void personOfTheListRule_staysIfTheKindChangesButTheyAreStillMeant() {
        judge.put(TestRules.listed("r", "vip").revision(2));
        assertThat(judge.written()).isEmpty();

        rules.list("vip");
        judge.book();
        assertThat(judge.alerts().get(0).reason()).isEqualTo(AlertReason.RULE_CHANGED);
    }

    @Test
    void sourceThatLeavesTheGroup_closesRuleChanged() {
        judge.put(ada().in("site"));
        assertThat(judge.written()).isEmpty();

        rules.group("site", "yard");
        judge.book();
        assertThat(judge.alerts().get(0).reason()).isEqualTo(AlertReason.RULE_CHANGED);
    }

    @Test
    void waitingOnes_areJudgedAtOnce() {
        var waiting = new TestJudge(TestRules.person("w", "ada").after(60).build(), rules, false);
        waiting.looks(track, 0, 5);

        waiting.put(TestRules.person("w", "ada").after(3).revision(2));

        assertThat(waiting.told()).containsExactly("1:[OPENED]");
    }

    @Test
    void tracksThatGoOn_areJudged_tracksThatEndedAreNot() {
        var other = new TestJudge(TestRules.person("w", "grace").build(), rules, false);
        var ended = TestTracks.at("door", T, 1).named("ada");
        other.visit(ended, 3).looks(track, 0, 5);

        other.put(TestRules.person("w", "ada").revision(2)).pass(Duration.ofSeconds(2));
        assertThat(other.written()).isEmpty();

        other.track(track.look(9));
        assertThat(other.alerts()).singleElement().satisfies(alert -> assertThat(alert.tracks())
                .containsExactly(track.id()));
    }

    @Test
    void unusableRule_isListed_andJudgesNothing() {
        rules.put(TestRules.person("z", "ada").zone("America/Nowhere"));
        var book = rules.book();

        assertThat(book.unusable()).extracting(rule -> rule.id().value()).containsExactly("z");
        assertThat(book.concernedBy(track.look(3))).doesNotContain(new RuleId("z"));
    }

    @Test
    void deletedRule_keepsItsAlertsForErasure_andIsThenForgotten() {
        rules.delete(new RuleId("r"));
        judge.book();
        assertThat(judge.isEmpty()).isFalse();

        judge.time(T.plus(TestJudge.KEPT).plus(Duration.ofDays(2)));

        assertThat(judge.isEmpty()).isTrue();
        assertThat(judge.memory().isEmpty()).isTrue();
    }

    @Test
    void enabledAgain_leavesClosedAlertsClosed() {
        judge.put(ada().disabled()).put(ada().revision(3)).looks(track, 3, 6);

        assertThat(judge.said()).containsExactly("2:[CLOSED]");
        assertThat(judge.alerts()).extracting(Alert::reason).containsExactly(AlertReason.RULE_CHANGED);
    }

    @Test
    void ruleThatIsAboutSomethingElse_keepsNothingOfTheTracks_alsoIfItChangedWhileNobodyJudged() {
        for (var who : List.of(new RuleSubject.CameraDown(60), new RuleSubject.Together(new ListId("vip"), 1, 10))) {
            openAlert();
            rules.put(TestRules.of("r", who).revision(2));

            var after = judge.another().book();

            assertThat(after.memory().keys()).isNotEmpty().allMatch(AlertLedger::isAlert);
        }
    }
}

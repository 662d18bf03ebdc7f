package io.faceline.alerting.judge.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.alerting.TestJudge;
import io.faceline.alerting.TestRules;
import io.faceline.alerting.TestTracks;
import io.faceline.contracts.alert.Acknowledgement;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertChange;
import io.faceline.contracts.alert.AlertSubject;
import io.faceline.contracts.alert.Mute;
import io.faceline.contracts.rule.GroupId;
import io.faceline.contracts.rule.RuleId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Mutes, acknowledgements and reminders. */
class MuteTest {
    private static final Instant T = Instant.parse("2026-06-01T10:00:00Z");

    private final TestRules rules = new TestRules().group("site", "door");
    private final TestTracks track = TestTracks.at("door", T).named("ada");

    private TestJudge judge() {
        return new TestJudge(TestRules.person("r", "ada").build(), rules, false);
    }

    private static Mute mute(
            @Nullable String rule, @Nullable String subject, @Nullable String source, @Nullable String group) {
        return new Mute(
                "m-1",
                rule == null ? null : new RuleId(rule),
                subject == null ? null : new AlertSubject(subject),
                source,
                group == null ? null : new GroupId(group),
                null,
                T.minusSeconds(60),
                T.plusSeconds(100),
                "operator");
    }

    @Test
    void mutedAlert_isWrittenAndNotTold() {
        rules.mute(mute("r", null, null, null));
        var judge = judge().looks(track, 0, 2);

        assertThat(judge.told()).isEmpty();
        assertThat(judge.written()).singleElement().satisfies(alert -> assertThat(alert.muted())
                .isTrue());
    }

    @Test
    void allThatIsSet_mustHold() {
        for (var mute : List.of(
                mute("r", null, null, null),
                mute(null, "person:ada", null, null),
                mute(null, null, "door", null),
                mute(null, null, null, "site"),
                mute("r", "person:ada", "door", "site"))) {
            rules.mute(mute);
            assertThat(judge().looks(track, 0, 2).told()).as(mute.toString()).isEmpty();
        }
        for (var mute : List.of(
                mute("other", null, null, null),
                mute("r", "person:grace", null, null),
                mute("r", null, "yard", null),
                mute("r", null, null, "other"))) {
            rules.mute(mute);
            assertThat(judge().looks(track, 0, 2).told()).as(mute.toString()).hasSize(1);
        }
    }

    @Test
    void muteOfTheAlertAlone_reachesItOnly() {
        var judge = judge().looks(track, 0, 2);
        var id = judge.alerts().get(0).id();
        rules.mute(new Mute("m-1", null, null, null, null, id, T, T.plusSeconds(600), "operator"));

        judge.book().looks(TestTracks.at("yard", T.plusSeconds(5)).named("ada"), 0, 2);

        assertThat(judge.said()).containsExactly("1:[OPENED]", "2:[MUTED]", "1:[OPENED]");
        assertThat(judge.told()).containsExactly("1:[OPENED]", "1:[OPENED]");
    }

    @Test
    void whatIsOpenAtTheEndOfTheMute_isToldOnce() {
        rules.mute(mute("r", null, null, null));
        var judge = judge().looks(track, 0, 98);
        assertThat(judge.told()).isEmpty();

        judge.time(T.plusMillis(99_999));
        assertThat(judge.told()).isEmpty();

        judge.time(T.plusSeconds(100)).time(T.plusSeconds(101));
        assertThat(judge.told()).containsExactly("2:[UNMUTED]");
    }

    @Test
    void muteThatIsTakenBack_isOverAtOnce() {
        rules.mute(mute("r", null, null, null));
        var judge = judge().looks(track, 0, 2);

        rules.unmute("m-1");
        judge.book();

        assertThat(judge.told()).containsExactly("2:[UNMUTED]");
    }

    @Test
    void mutedAlert_beginsNoSilence_andOneThatIsToldLaterDoes() {
        rules.mute(mute("r", null, null, null));
        var judge = judge().visit(track, 2).pass(Duration.ofSeconds(45));
        rules.unmute("m-1");
        judge.book();

        judge.visit(TestTracks.at("door", T.plusSeconds(60)).named("ada"), 2).pass(Duration.ofSeconds(60));
        assertThat(judge.told()).containsExactly("1:[OPENED]");

        judge.visit(TestTracks.at("door", T.plusSeconds(200)).named("ada"), 2);
        assertThat(judge.told()).hasSize(1);
    }

    @Test
    void alertThatIsToldWhenItsMuteEnds_beginsASilence() {
        rules.mute(mute("r", null, null, null));
        var judge =
                judge().looks(track, 0, 98).time(T.plusSeconds(100)).end(track).pass(Duration.ofSeconds(60));

        judge.visit(TestTracks.at("door", T.plusSeconds(300)).named("ada"), 2);

        assertThat(judge.told()).containsExactly("2:[UNMUTED]");
    }

    @Test
    void whoWasToldOfTheOpening_isToldOfACorrectionInTheMute() {
        var judge = judge().looks(track, 0, 2);
        rules.mute(mute("r", null, null, null));

        judge.book().track(track.named("grace").look(3, "ada"));

        assertThat(judge.told()).containsExactly("1:[OPENED]", "3:[CLOSED, NAME_CORRECTED]");
    }

    @Test
    void whoWasNotToldOfTheOpening_isNotToldOfACorrection() {
        rules.mute(mute("r", null, null, null));
        var judge = judge().looks(track, 0, 2).track(track.named("grace").look(3, "ada"));

        assertThat(judge.told()).isEmpty();
    }

    @Test
    void acknowledgement_firstCounts_andIsWrittenOnce() {
        var judge = judge().looks(track, 0, 2);
        var id = judge.alerts().get(0).id();

        judge.change(new AlertChange.Acknowledge(id, "ann", T, "on my way"))
                .change(new AlertChange.Acknowledge(id, "bob", T.plusSeconds(1), null));

        assertThat(judge.said()).containsExactly("1:[OPENED]", "2:[ACKNOWLEDGED]");
        assertThat(judge.told()).containsExactly("1:[OPENED]");
        assertThat(judge.alerts().get(0).acknowledged()).isEqualTo(new Acknowledgement("ann", T, "on my way"));
    }

    @Test
    void acknowledgement_ofAClosedAlert_leavesItClosed() {
        var judge = judge().visit(track, 2).pass(Duration.ofSeconds(60));

        judge.change(new AlertChange.Acknowledge(judge.alerts().get(0).id(), "ann", T, null));

        assertThat(judge.open()).isEmpty();
        assertThat(judge.said()).endsWith("3:[ACKNOWLEDGED]");
    }

    @Test
    void unknownAlert_isNotAcknowledged() {
        var judge = judge().looks(track, 0, 2);
        var other = new TestJudge(TestRules.person("other", "ada").build());
        other.looks(track, 3, 5);

        judge.change(new AlertChange.Acknowledge(other.alerts().get(0).id(), "ann", T, null));

        assertThat(judge.written()).hasSize(1);
    }

    @Test
    void reminder_comesUntilSomebodyAcknowledges() {
        var judge = new TestJudge(TestRules.person("r", "ada").reminder(5).build(), rules, false);
        judge.looks(track, 0, 700).time(T.plusSeconds(301)).time(T.plusSeconds(700));
        assertThat(judge.told()).containsExactly("1:[OPENED]", "2:[REMINDER]");

        judge.change(new AlertChange.Acknowledge(judge.alerts().get(0).id(), "ann", T, null));
        judge.looks(track, 701, 1500).time(T.plusSeconds(1500));

        assertThat(judge.told()).hasSize(2);
        assertThat(judge.alerts()).singleElement().extracting(Alert::revision).isEqualTo(3L);
    }
}

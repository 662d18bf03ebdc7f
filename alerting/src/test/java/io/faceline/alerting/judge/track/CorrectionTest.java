package io.faceline.alerting.judge.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.alerting.TestJudge;
import io.faceline.alerting.TestRules;
import io.faceline.alerting.TestTracks;
import io.faceline.contracts.alert.AlertChange;
import io.faceline.contracts.alert.AlertReason;
import io.faceline.contracts.alert.AlertState;
import io.faceline.contracts.identity.PersonId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Names that turn out to be wrong, by a later look or by hand. */
class CorrectionTest {
    private static final Instant T = Instant.parse("2026-06-01T10:00:00Z");
    private static final PersonId ADA = new PersonId("ada");

    private final TestTracks track = TestTracks.at("door", T).named("ada");

    private static TestJudge ada() {
        return new TestJudge(TestRules.person("r", "ada").build());
    }

    @Test
    void otherName_closesCorrectedWithWas_andIsTold() {
        var judge = ada();

        judge.looks(track, 0, 2).track(track.named("grace").look(3, "ada"));

        assertThat(judge.told()).containsExactly("1:[OPENED]", "2:[CLOSED, NAME_CORRECTED]");
        assertThat(judge.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.reason()).isEqualTo(AlertReason.CORRECTED);
            assertThat(alert.was()).isEqualTo(ADA);
            assertThat(alert.subject().person()).contains(ADA);
            assertThat(alert.identity().person()).isEqualTo(new PersonId("grace"));
        });
    }

    @Test
    void nameThatIsTakenBack_closesCorrected() {
        var judge = ada();

        judge.looks(track, 0, 2).track(track.unknown().look(3, "ada"));

        assertThat(judge.alerts().get(0).reason()).isEqualTo(AlertReason.CORRECTED);
    }

    @Test
    void whileItWaits_nothingIsSaid() {
        var judge = new TestJudge(TestRules.person("r", "ada").after(5).build());

        judge.looks(track, 0, 2).track(track.named("grace").look(3, "ada")).pass(Duration.ofMinutes(2));

        assertThat(judge.written()).isEmpty();
    }

    @Test
    void newNameThatFitsTheRule_isAnotherAlertThatReplacesIt() {
        var rules = new TestRules().list("vip", "ada", "grace");
        var judge = new TestJudge(TestRules.listed("r", "vip").build(), rules, false);

        judge.looks(track, 0, 2).track(track.named("grace").look(3, "ada"));

        assertThat(judge.alerts()).hasSize(2);
        assertThat(judge.alerts().get(1)).satisfies(alert -> {
            assertThat(alert.subject().value()).isEqualTo("person:grace");
            assertThat(alert.replaces()).isEqualTo(judge.alerts().get(0).id());
            assertThat(alert.notifies()).isTrue();
        });
    }

    @Test
    void nameThatComesBack_opensTheSameAlertAgain_toldOnceWithinASilence() {
        var judge = ada();

        judge.looks(track, 0, 2);
        for (var i = 3; i < 9; i += 2) {
            judge.track(track.unknown().look(i, "ada")).track(track.named("ada").look(i + 1));
        }

        assertThat(judge.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.state()).isEqualTo(AlertState.OPEN);
            assertThat(alert.revision()).isEqualTo(7);
            assertThat(alert.was()).isNull();
            assertThat(alert.reason()).isNull();
        });
        assertThat(judge.told().stream().filter(told -> told.contains("REOPENED")))
                .hasSize(1);
    }

    @Test
    void alertWithAnotherTrackOfThePerson_staysOpen() {
        var judge = ada();
        var other = TestTracks.at("door", T.plusSeconds(10)).named("ada");

        judge.visit(track, 2).looks(other, 0, 2).track(other.unknown().look(3, "ada"));

        assertThat(judge.open()).hasSize(1);
    }

    @Test
    void correctedAlert_silencesNobody() {
        var judge = ada();

        judge.looks(track, 0, 2)
                .track(track.named("grace").look(3, "ada"))
                .looks(TestTracks.at("door", T.plusSeconds(60)).named("ada"), 0, 2);

        assertThat(judge.told()).containsExactly("1:[OPENED]", "2:[CLOSED, NAME_CORRECTED]", "1:[OPENED]");
    }

    @Test
    void byHand_closesCorrected_andTheNameDoesNotComeBack() {
        var judge = ada();

        judge.looks(track, 0, 2).change(notAda(judge)).change(notAda(judge)).looks(track, 3, 9);

        assertThat(judge.told()).containsExactly("1:[OPENED]", "2:[CLOSED, NAME_CORRECTED]");
        assertThat(judge.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.reason()).isEqualTo(AlertReason.CORRECTED);
            assertThat(alert.was()).isEqualTo(ADA);
        });
    }

    @Test
    void byHand_reachesClosedAlerts() {
        var judge = ada();

        judge.visit(track, 2).pass(Duration.ofSeconds(60)).change(notAda(judge));

        assertThat(judge.alerts().get(0)).satisfies(alert -> {
            assertThat(alert.reason()).isEqualTo(AlertReason.CORRECTED);
            assertThat(alert.notifies()).isTrue();
        });
    }

    @Test
    void byHand_ofSomebodyElse_changesNothing() {
        var judge = ada();

        judge.looks(track, 0, 2);
        judge.change(new AlertChange.Correct(judge.alerts().get(0).id(), "operator", T, new PersonId("grace"), null));

        assertThat(judge.open()).hasSize(1);
    }

    @Test
    void newNameByHand_isAnotherAlertThatReplacesIt() {
        var rules = new TestRules().list("vip", "ada", "grace");
        var judge = new TestJudge(TestRules.listed("r", "vip").build(), rules, false);

        judge.looks(track, 0, 2)
                .change(notAda(judge))
                .track(track.named("grace").look(3, "ada"));

        assertThat(judge.alerts().get(1).replaces())
                .isEqualTo(judge.alerts().get(0).id());
    }

    @Test
    void restored_opensAgainWithTheNextLook() {
        var judge = ada();

        judge.looks(track, 0, 2).change(notAda(judge)).change(restore(judge)).looks(track, 3, 4);

        assertThat(judge.open()).singleElement().satisfies(alert -> assertThat(alert.was())
                .isNull());
    }

    @Test
    void restored_whenNobodyIsInViewAnyMore_isEndedAsItWas() {
        var judge = ada();

        judge.visit(track, 2).pass(Duration.ofSeconds(60)).change(notAda(judge)).change(restore(judge));

        assertThat(judge.alerts().get(0)).satisfies(alert -> {
            assertThat(alert.reason()).isEqualTo(AlertReason.ENDED);
            assertThat(alert.was()).isNull();
        });
    }

    private static AlertChange notAda(TestJudge judge) {
        return new AlertChange.Correct(judge.alerts().get(0).id(), "operator", T, ADA, null);
    }

    private static AlertChange restore(TestJudge judge) {
        return new AlertChange.Restore(judge.alerts().get(0).id(), "operator", T);
    }
}

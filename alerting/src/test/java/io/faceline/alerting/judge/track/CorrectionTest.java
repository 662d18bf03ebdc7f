package io.faceline.alerting.judge.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.alerting.TestJudge;
import io.faceline.alerting.TestRules;
import io.faceline.alerting.TestTracks;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertChange;
import io.faceline.contracts.alert.AlertReason;
import io.faceline.contracts.alert.AlertState;
import io.faceline.contracts.identity.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
    void otherName_closesCorrectedWithWas_andWhySoFar_andIsTold() {
        var judge = ada();

        judge.looks(track, 0, 2).track(track.named("grace").look(3, "ada"));

        assertThat(judge.told()).containsExactly("1:[OPENED]", "2:[CLOSED, NAME_CORRECTED]");
        assertThat(judge.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.reason()).isEqualTo(AlertReason.CORRECTED);
            assertThat(alert.was()).isEqualTo(ADA);
            assertThat(alert.subject().person()).contains(ADA);
            assertThat(alert.identity().person()).isEqualTo(ADA);
            assertThat(alert.identity().reference()).isEqualTo(TestTracks.reference("ada"));
        });
    }

    @Test
    void nameThatIsTakenBack_closesCorrected_andTheBlamedReferenceStays() {
        var judge = ada();

        judge.looks(track, 0, 2).track(track.unknown().look(3, "ada"));

        assertThat(judge.alerts().get(0)).satisfies(alert -> {
            assertThat(alert.reason()).isEqualTo(AlertReason.CORRECTED);
            assertThat(alert.identity().reference()).isEqualTo(TestTracks.reference("ada"));
        });
    }

    @Test
    void unknownFaceThatGetsAName_closesWithTheName() {
        var judge = new TestJudge(TestRules.stranger("r").build());
        var stranger = TestTracks.at("door", T);

        judge.looks(stranger, 0, 4).track(stranger.named("ada").look(5));

        assertThat(judge.alerts().get(0)).satisfies(alert -> {
            assertThat(alert.reason()).isEqualTo(AlertReason.CORRECTED);
            assertThat(alert.was()).isNull();
            assertThat(alert.identity().person()).isEqualTo(ADA);
        });
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

    @Test
    void newNameByHand_whenTheTrackHasEnded_isAnotherAlertThatReplacesIt() {
        for (var restarts : List.of(false, true)) {
            var track = TestTracks.at("door", T).named("ada");
            var judge = new TestJudge(TestRules.listed("r", "vip").build(), vips(), restarts);

            judge.visit(track, 2).pass(Duration.ofSeconds(60)).change(isGrace(judge));

            assertThat(judge.told()).containsExactly("1:[OPENED]", "3:[CLOSED, NAME_CORRECTED]", "1:[OPENED]");
            assertThat(judge.alerts()).hasSize(2);
            assertThat(judge.alerts().get(1)).satisfies(alert -> {
                assertThat(alert.subject().value()).isEqualTo("person:grace");
                assertThat(alert.replaces()).isEqualTo(judge.alerts().get(0).id());
                assertThat(alert.reason()).isEqualTo(AlertReason.ENDED);
                assertThat(alert.tracks()).containsExactly(track.id());
                assertThat(alert.late()).isFalse();
                assertThat(alert.identity().reference()).isNull();
            });
        }
    }

    @Test
    void newNameByHand_longAfterwards_isLate() {
        var judge = new TestJudge(TestRules.listed("r", "vip").build(), vips(), false);

        judge.visit(track, 2).pass(Duration.ofMinutes(6)).change(isGrace(judge));

        assertThat(judge.alerts().get(1).late()).isTrue();
    }

    @Test
    void newNameByHand_thatDoesNotFitTheRule_orIsSilenced_isNoOtherAlert() {
        var other = new TestJudge(TestRules.listed("r", "vip").build(), new TestRules().list("vip", "ada"), false);
        other.visit(track, 2).pass(Duration.ofSeconds(60)).change(isGrace(other));
        assertThat(other.alerts()).hasSize(1);

        var silenced = new TestJudge(TestRules.listed("r", "vip").build(), vips(), false);
        silenced.visit(TestTracks.at("door", T.minusSeconds(120)).named("grace"), 2)
                .visit(track, 2)
                .pass(Duration.ofSeconds(60))
                .change(new AlertChange.Correct(
                        silenced.alerts().get(1).id(), "operator", T, ADA, new PersonId("grace")));
        assertThat(silenced.alerts()).hasSize(2);
        assertThat(silenced.alerts().get(0).count()).isEqualTo(1);
    }

    @Test
    void newNameByHand_isTakenBackWithTheCorrection() {
        for (var restarts : List.of(false, true)) {
            var track = TestTracks.at("door", T).named("ada");
            var judge = new TestJudge(TestRules.listed("r", "vip").build(), vips(), restarts);

            judge.visit(track, 2).pass(Duration.ofSeconds(60)).change(isGrace(judge));
            judge.change(restore(judge)).change(restore(judge));

            assertThat(judge.alerts())
                    .extracting(Alert::reason)
                    .containsExactly(AlertReason.ENDED, AlertReason.CORRECTED);
            assertThat(judge.alerts()).extracting(Alert::was).containsExactly(null, new PersonId("grace"));

            judge.change(isGrace(judge));

            assertThat(judge.alerts())
                    .extracting(Alert::reason)
                    .containsExactly(AlertReason.CORRECTED, AlertReason.ENDED);
        }
    }

    private static TestRules vips() {
        return new TestRules().list("vip", "ada", "grace");
    }

    private static AlertChange isGrace(TestJudge judge) {
        return new AlertChange.Correct(judge.alerts().get(0).id(), "operator", T, ADA, new PersonId("grace"));
    }

    private static AlertChange notAda(TestJudge judge) {
        return new AlertChange.Correct(judge.alerts().get(0).id(), "operator", T, ADA, null);
    }

    private static AlertChange restore(TestJudge judge) {
        return new AlertChange.Restore(judge.alerts().get(0).id(), "operator", T);
    }
}

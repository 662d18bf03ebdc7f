package io.faceline.alerting.judge.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.alerting.TestJudge;
import io.faceline.alerting.TestRules;
import io.faceline.alerting.TestTracks;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertChange;
import io.faceline.contracts.alert.AlertReason;
import io.faceline.contracts.alert.AlertState;
import io.faceline.contracts.alert.AlertSubject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of alerts when somebody or something is deleted. */
class ErasureTest {
    private static final Instant T = Instant.parse("2026-06-01T10:00:00Z");

    private final TestRules rules = new TestRules().list("vip", "ada", "grace");
    private final TestJudge judge =
            new TestJudge(TestRules.listed("r", "vip").jobs("*").at("door").build(), rules, false);
    private final TestTracks track = TestTracks.at("door", T).named("ada");

    private static void assertErased(Alert alert, AlertReason reason) {
        assertThat(alert.state()).isEqualTo(AlertState.CLOSED);
        assertThat(alert.reason()).isEqualTo(reason);
        assertThat(alert.subject()).isEqualTo(AlertSubject.ERASED);
        assertThat(alert.identity()).isNull();
        assertThat(alert.shot()).isNull();
        assertThat(alert.was()).isNull();
        assertThat(alert.tracks()).isEmpty();
        assertThat(alert.toString()).doesNotContain("ada");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void person_closesTheirAlerts_alsoThoseThatWereClosed(boolean isClosed) {
        judge.looks(track, 0, 2).looks(TestTracks.at("door", T, 1).named("grace"), 0, 2);
        if (isClosed) {
            judge.end(track).pass(Duration.ofSeconds(60));
        }
        judge.news();

        rules.erase("ada");
        judge.book().book();

        assertThat(judge.written()).singleElement().satisfies(alert -> {
            assertErased(alert, AlertReason.ERASED);
            assertThat(alert.notifies()).isTrue();
        });
        assertThat(judge.memory().contains("ada")).isFalse();
        assertThat(judge.memory().contains("grace")).isTrue();
    }

    @Test
    void personOfAWaitingVisit_isForgotten() {
        judge.track(track.look(0));
        assertThat(judge.memory().contains("ada")).isTrue();

        rules.erase("ada");
        judge.book().looks(track, 1, 3);

        assertThat(judge.written()).isEmpty();
        assertThat(judge.memory().contains("ada")).isFalse();
    }

    @Test
    void personWhoWasCorrected_isErasedFromTheirAlert() {
        judge.looks(track, 0, 2).track(track.named("grace").look(3, "ada")).news();

        rules.erase("ada");
        judge.book();

        assertErased(judge.written().get(0), AlertReason.ERASED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"visitor-1", "job-1"})
    void sessionAndJob_closeTheirAlertsSourceDeleted(String gone) {
        var film = TestTracks.film("job-1", 3).named("ada");
        judge.looks(film, 0, 2).looks(track, 0, 2).news();

        rules.erase(gone);
        judge.book();

        assertThat(judge.written()).singleElement().satisfies(alert -> {
            assertErased(alert, AlertReason.SOURCE_DELETED);
            assertThat(alert.source()).isNull();
        });
        assertThat(judge.memory().contains("job-1")).isFalse();
        judge.news();
        judge.looks(film, 3, 5);
        assertThat(judge.written()).isEmpty();
    }

    @Test
    void camera_closesItsAlertsSourceDeleted() {
        judge.visit(track, 2).pass(Duration.ofSeconds(60)).news();

        rules.erase("door");
        judge.book();

        assertErased(judge.written().get(0), AlertReason.SOURCE_DELETED);
        assertThat(judge.memory().contains("door/")).isFalse();
    }

    @Test
    void erasedAlert_isNeitherAcknowledgedNorCounted() {
        judge.visit(track, 2).pass(Duration.ofSeconds(60));
        var id = judge.alerts().get(0).id();
        rules.erase("ada");
        judge.book().news();

        judge.change(new AlertChange.Acknowledge(id, "ann", T, null))
                .visit(TestTracks.at("door", T.plusSeconds(100)).named("ada"), 3);

        assertThat(judge.written()).isEmpty();
    }

    @Test
    void closedAlerts_areForgottenWhenTheyAreNoLongerKept() {
        judge.visit(track, 2).pass(Duration.ofSeconds(60));
        assertThat(judge.memory().contains(track.id())).isTrue();

        judge.time(T.plus(TestJudge.KEPT).plus(Duration.ofDays(2)));

        assertThat(judge.memory().contains(track.id())).isFalse();
        assertThat(judge.memory().contains("ada")).isFalse();
    }
}

package io.faceline.alerts;

import static io.faceline.alerts.AlertsDriver.NOW;
import static io.faceline.alerts.AlertsDriver.TOPICS;
import static io.faceline.alerts.TestRules.ADA_COMES;
import static io.faceline.alerts.TestTracks.ADA;
import static io.faceline.alerts.TestTracks.DOOR;
import static io.faceline.alerts.TestTracks.GRACE;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.alerting.judges.Judges;
import io.faceline.alerts.judging.AlertsMetrics;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertKind;
import io.faceline.contracts.alert.AlertNews;
import io.faceline.contracts.alert.AlertReason;
import io.faceline.contracts.alert.AlertSubject;
import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.camera.CameraAddress;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.camera.CameraOrigin;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.DeletionMark;
import io.faceline.contracts.person.Person;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The stage with the judges that it has. */
class RealJudgesTest {
    private static final Duration HOLD = Duration.ofSeconds(40);

    private final AlertsDriver driver = new AlertsDriver(
            (rule, book, memory) ->
                    Judges.of(rule, book, memory, TOPICS.retention().alerts()),
            new AlertsMetrics());
    private final TestTracks track = TestTracks.atDoor(0);

    @AfterEach
    void close() {
        driver.close();
    }

    /** In view for longer than the second that the rule asks for, and then open. */
    private Alert opened() {
        driver.picture(DOOR, track.picture(0));
        for (var sequence = 0; sequence <= 10; sequence += 5) {
            driver.track(track.at(sequence, ADA));
            driver.advance(Duration.ofSeconds(1));
        }
        return driver.alerts().get(0);
    }

    @Test
    void alert_isOpenedWithItsPicture_andClosedByTheClock() {
        driver.rule(TestRules.ada());
        var alert = opened();

        assertThat(alert.kind()).isEqualTo(AlertKind.APPEARED);
        assertThat(alert.subject()).isEqualTo(AlertSubject.of(ADA));
        assertThat(driver.shots()).singleElement().satisfies(shot -> assertThat(shot.key())
                .isEqualTo(alert.id().value()));

        driver.track(track.endedAt(11, ADA));
        driver.advance(HOLD.plusSeconds(2));

        assertThat(last().reason()).isEqualTo(AlertReason.ENDED);
    }

    @Test
    void ruleThatComesLater_judgesWhoIsInView() {
        driver.rule(TestRules.grace());
        for (var sequence = 0; sequence <= 10; sequence += 5) {
            driver.track(track.at(sequence, ADA));
            driver.advance(Duration.ofSeconds(1));
        }
        assertThat(driver.alerts()).isEmpty();

        driver.rule(TestRules.ada());
        driver.advance(Duration.ofSeconds(1));
        driver.track(track.at(20, ADA));

        assertThat(driver.alerts()).extracting(Alert::changes).containsExactly(List.of(AlertNews.OPENED));
    }

    @Test
    void deletedPerson_isErasedFromAlert_andPicture() {
        driver.rule(TestRules.ada());
        var alert = opened();
        driver.shots();
        var mark = DeletionMark.of(ADA);
        driver.input(TOPICS.people()).pipeInput(mark.value(), Person.deleted(mark, SessionId.SHARED, NOW), NOW);
        driver.tick();

        assertThat(last()).satisfies(erased -> {
            assertThat(erased.id()).isEqualTo(alert.id());
            assertThat(erased.reason()).isEqualTo(AlertReason.ERASED);
            assertThat(erased.toString()).doesNotContain("person:ada").doesNotContain("value=ada]");
        });
        assertThat(driver.shots()).singleElement().satisfies(shot -> {
            assertThat(shot.key()).isEqualTo(alert.id().value());
            assertThat(shot.value()).isNull();
        });
        driver.track(track.at(30, ADA));
        assertThat(driver.alerts()).isEmpty();
    }

    @Test
    void deletedCamera_closesItsAlerts_andErasesPictures() {
        driver.rule(TestRules.ada());
        var door = Camera.of(
                new CameraId(DOOR), "Back door", new CameraAddress("rtsp://192.168.1.9/stream"), CameraOrigin.API, NOW);
        driver.input(TOPICS.cameras()).pipeInput(DOOR, door, NOW);
        opened();
        driver.shots();

        driver.input(TOPICS.cameras()).pipeInput(DOOR, null, NOW);
        driver.tick();

        assertThat(last().reason()).isEqualTo(AlertReason.SOURCE_DELETED);
        assertThat(driver.shots()).singleElement().satisfies(shot -> assertThat(shot.value())
                .isNull());
    }

    @Test
    void correctedTrack_closesTheAlert_andOpensThatOfTheOtherRule() {
        driver.rule(TestRules.ada());
        driver.rule(TestRules.grace());
        opened();
        for (var sequence = 15; sequence <= 30; sequence += 5) {
            driver.track(track.at(sequence, GRACE));
            driver.advance(Duration.ofSeconds(1));
        }

        var alerts = driver.alerts();
        assertThat(alerts).anySatisfy(alert -> assertThat(alert.reason()).isEqualTo(AlertReason.CORRECTED));
        assertThat(alerts).anySatisfy(alert -> assertThat(alert.subject()).isEqualTo(AlertSubject.of(GRACE)));
    }

    @Test
    void deletedRule_closesItsAlerts() {
        driver.rule(TestRules.ada());
        opened();

        driver.deleteRule(ADA_COMES);
        driver.tick();

        assertThat(last().reason()).isEqualTo(AlertReason.RULE_CHANGED);
    }

    /** What the tracker wrote is in the topic once more, under other offsets. */
    @Test
    void restoredTracks_sayNothing() {
        driver.rule(TestRules.ada());
        opened();
        driver.track(track.endedAt(11, ADA));
        driver.advance(HOLD.plusSeconds(2));
        driver.alerts();

        driver.advance(Duration.ofHours(2));
        for (var sequence = 0; sequence <= 10; sequence += 5) {
            driver.track(track.at(sequence, ADA));
        }
        driver.track(track.endedAt(11, ADA));
        driver.advance(HOLD.plusSeconds(2));

        assertThat(driver.alerts()).isEmpty();
    }

    private Alert last() {
        var alerts = driver.alerts();
        return alerts.get(alerts.size() - 1);
    }
}

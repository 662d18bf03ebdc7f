package io.faceline.alerts;

import static io.faceline.alerts.AlertsDriver.ALERTING;
import static io.faceline.alerts.AlertsDriver.NOW;
import static io.faceline.alerts.AlertsDriver.TOPICS;
import static io.faceline.alerts.TestRules.ADA_COMES;
import static io.faceline.alerts.TestTracks.ADA;
import static io.faceline.alerts.TestTracks.DOOR;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.alerts.judging.AlertsMetrics;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertChange;
import io.faceline.contracts.alert.AlertReason;
import io.faceline.contracts.alert.AlertState;
import io.faceline.contracts.alert.Observation;
import io.faceline.contracts.rule.RuleId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlertsTopologyTest {
    private final AlertsMetrics metrics = new AlertsMetrics();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AlertsDriver driver = new AlertsDriver(TestJudge::new, metrics);
    private final TestTracks track = TestTracks.atDoor(0);

    @AfterEach
    void close() {
        driver.close();
    }

    /** Else tasks would share what is repartitioned between them. */
    @Test
    void tracks_cameras_andJudges_areTasksOfTheirOwn() {
        var tasks = driver.topology().describe().subtopologies().stream()
                .flatMap(part -> part.nodes().stream())
                .map(node -> node.name())
                .filter(name -> name.startsWith("read-"))
                .collect(Collectors.toSet());

        assertThat(driver.topology().describe().subtopologies()).hasSize(3);
        assertThat(tasks)
                .containsExactlyInAnyOrder(
                        "read-tracks",
                        "read-track-shots",
                        "read-camera-states",
                        "read-observations",
                        "read-alert-changes");
    }

    @Test
    void alert_isOpened_andClosedByTheClock() {
        metrics.bindTo(registry);
        driver.rule(TestRules.ada());
        driver.track(track.at(0, null));
        driver.track(track.at(5, ADA));

        assertThat(driver.alerts()).extracting(Alert::revision).containsExactly(1L);
        driver.tick();
        assertThat(registry.get("faceline.alerts.open").gauge().value()).isEqualTo(1);

        driver.track(track.endedAt(6, ADA));
        driver.advance(TestJudge.HOLD.minusSeconds(2));
        assertThat(driver.alerts()).isEmpty();
        driver.advance(Duration.ofSeconds(4));

        assertThat(driver.alerts()).extracting(Alert::reason).containsExactly(AlertReason.ENDED);
        assertThat(registry.get("faceline.alerts.open").gauge().value()).isZero();
        assertThat(registry.get("faceline.alerts.written")
                        .tag("kind", "appeared")
                        .functionCounter()
                        .count())
                .isEqualTo(2);
        assertThat(registry.get("faceline.stage").tag("stage", "judge").timer().count())
                .isPositive();
    }

    @Test
    void alert_staysOpen_asLongAsItIsNotKnownHowFarTheGroupHasCome() {
        driver.rule(TestRules.ada());
        driver.track(track.at(0, ADA));
        driver.track(track.endedAt(6, ADA));
        driver.alerts();

        driver.caughtUp(false);
        driver.advance(TestJudge.HOLD.multipliedBy(2));
        assertThat(driver.alerts()).isEmpty();

        driver.caughtUp(true);
        driver.tick();
        assertThat(driver.alerts()).extracting(Alert::state).containsExactly(AlertState.CLOSED);
    }

    @Test
    void change_reachesItsAlert() {
        driver.rule(TestRules.ada());
        driver.track(track.at(0, ADA));
        var alert = driver.alerts().get(0);

        driver.input(ALERTING.changes())
                .pipeInput(ADA_COMES.value(), new AlertChange.Acknowledge(alert.id(), "reception", NOW, null), NOW);

        assertThat(driver.alerts()).singleElement().satisfies(next -> assertThat(next.acknowledged())
                .isNotNull());
    }

    @Test
    void ruleOfAnUnknownZone_isCounted_andTheOthersAreJudged() {
        metrics.bindTo(registry);
        driver.rule(TestRules.of(new RuleId("on-mars"), ADA, "Mars/Olympus"));
        driver.rule(TestRules.ada());
        driver.track(track.at(0, ADA));

        assertThat(driver.alerts()).extracting(Alert::rule).containsExactly(ADA_COMES);
        assertThat(registry.get("faceline.rules.usable").gauge().value()).isEqualTo(1);
        assertThat(registry.get("faceline.rules.unusable").gauge().value()).isEqualTo(1);
    }

    @Test
    void foreignRecords_becomeDeadLetters_andTheNextIsJudged() {
        driver.rule(TestRules.ada());
        driver.bytes(TOPICS.tracks()).pipeInput(DOOR, "no track".getBytes(UTF_8), NOW);
        driver.input(TOPICS.tracks()).pipeInput("another key", track.at(0, ADA), NOW);
        driver.input(TOPICS.tracks()).pipeInput(null, track.at(0, ADA), NOW);
        driver.bytes(ALERTING.trackShots()).pipeInput(DOOR, "no picture".getBytes(UTF_8), NOW);
        driver.input(ALERTING.trackShots()).pipeInput(null, track.picture(0), NOW);
        driver.bytes(ALERTING.observations()).pipeInput("ada-comes", "none".getBytes(UTF_8), NOW);
        driver.input(ALERTING.observations())
                .pipeInput("No Rule!", new Observation.OfTrack(track.at(0, ADA), null), NOW);
        driver.bytes(ALERTING.changes()).pipeInput("ada-comes", "{}".getBytes(UTF_8), NOW);
        driver.bytes(TOPICS.cameraStates()).pipeInput(DOOR, "{}".getBytes(UTF_8), NOW);

        driver.track(track.at(0, ADA));

        assertThat(driver.alerts()).hasSize(1);
        assertThat(driver.deadLetters()).hasSize(9).allSatisfy(letter -> assertThat(
                        letter.headers().lastHeader("stage").value())
                .asString()
                .isEqualTo("alerts"));
    }

    @Test
    void badRecordsOfRules_becomeDeadLetters_andTheNextCount() {
        driver.bytes(ALERTING.rules()).pipeInput("ada-comes", "no rule".getBytes(UTF_8), NOW);
        driver.input(ALERTING.rules()).pipeInput("another-key", TestRules.ada(), NOW);
        driver.input(ALERTING.rules()).pipeInput("|", null, NOW);
        driver.rule(TestRules.ada());
        driver.tick();
        driver.track(track.at(0, ADA));

        assertThat(driver.alerts()).hasSize(1);
        assertThat(driver.deadLetters()).extracting(letter -> letter.key()).containsExactly("ada-comes", "another-key");
    }
}

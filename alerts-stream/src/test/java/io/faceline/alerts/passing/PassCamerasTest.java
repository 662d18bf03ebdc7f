package io.faceline.alerts.passing;

import static io.faceline.alerts.AlertsDriver.NOW;
import static io.faceline.alerts.AlertsDriver.TOPICS;
import static io.faceline.alerts.TestTracks.DOOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.alerts.AlertsDriver;
import io.faceline.alerts.TestRules;
import io.faceline.contracts.alert.Observation;
import io.faceline.contracts.camera.CameraCondition;
import io.faceline.contracts.camera.CameraFigures;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.camera.CameraState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PassCamerasTest {
    private static final CameraId CAMERA = new CameraId(DOOR);

    private final AlertsDriver driver = new AlertsDriver();

    @BeforeEach
    void addRule() {
        driver.rule(TestRules.cameraDown("one"));
        driver.rule(TestRules.ada());
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void state_isPassedOn_atEachChangeAndOnceAMinute() {
        for (var seconds = 0; seconds < 130; seconds += 10) {
            send(state(CameraCondition.LIVE, NOW, seconds));
        }
        send(state(CameraCondition.FROZEN, NOW.plusSeconds(131), 131));

        assertThat(passed())
                .extracting(Observation.OfCamera::at)
                .containsExactly(NOW, NOW.plusSeconds(60), NOW.plusSeconds(120), NOW.plusSeconds(131));
    }

    @Test
    void stateThatIsReadAgain_isNotPassedOn() {
        send(state(CameraCondition.LIVE, NOW, 0));
        send(state(CameraCondition.FROZEN, NOW.plusSeconds(10), 10));
        send(state(CameraCondition.LIVE, NOW, 0));
        send(state(CameraCondition.FROZEN, NOW.plusSeconds(10), 10));

        assertThat(passed()).hasSize(2);
    }

    @Test
    void newRule_learnsTheState_atOnce() {
        send(state(CameraCondition.LIVE, NOW, 0));
        driver.observations();

        driver.rule(TestRules.cameraDown("two"));
        driver.tick();

        assertThat(passed()).hasSize(1);
    }

    @Test
    void cameraThatIsMadeAgain_isPassedOn_andTombstonesOfNoCameraAreIgnored() {
        send(state(CameraCondition.LIVE, NOW, 0));
        pipe(DOOR, null);
        pipe("|", null);
        pipe(null, null);
        send(state(CameraCondition.LIVE, NOW, 1));

        assertThat(passed()).hasSize(2);
    }

    private void send(CameraState state) {
        pipe(state.camera().value(), state);
    }

    private void pipe(@Nullable String key, @Nullable CameraState state) {
        driver.input(TOPICS.cameraStates()).pipeInput(key, state, NOW);
    }

    private List<Observation.OfCamera> passed() {
        return driver.observations().stream()
                .map(Observation.OfCamera.class::cast)
                .toList();
    }

    private static CameraState state(CameraCondition condition, Instant since, long seconds) {
        return new CameraState(
                CAMERA,
                condition,
                "a reason",
                since,
                null,
                null,
                List.of(),
                CameraFigures.NONE,
                "ingest-1",
                NOW.plusSeconds(seconds));
    }
}

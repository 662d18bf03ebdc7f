package io.faceline.alerting.judge.special.absent;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.alert.Observation;
import io.faceline.contracts.camera.CameraCondition;
import io.faceline.contracts.camera.CameraId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LiveLogTest {
    private static final Instant START = Instant.parse("2026-06-02T05:00:00Z");
    private static final CameraId GATE = new CameraId("gate");

    @Test
    void cameraThatIsLive_isLiveSinceItSaysSo() {
        var log = LiveLog.of(state(CameraCondition.LIVE, 0, 60)).with(state(CameraCondition.LIVE, 0, 120));

        assertThat(live(log, 0, 120)).isEqualTo(120);
        assertThat(live(log, 30, 90)).isEqualTo(60);
    }

    @Test
    void cameraThatWasDown_isNotLiveMeanwhile() {
        var log = LiveLog.of(state(CameraCondition.LIVE, 0, 60))
                .with(state(CameraCondition.UNREACHABLE, 70, 75))
                .with(state(CameraCondition.CONNECTING, 90, 90))
                .with(state(CameraCondition.LIVE, 100, 101));

        assertThat(live(log, 0, 101)).isEqualTo(71);
    }

    @Test
    void stateOfBefore_changesNothing() {
        var log = LiveLog.of(state(CameraCondition.LIVE, 0, 60));

        assertThat(log.with(state(CameraCondition.UNREACHABLE, 10, 60))).isEqualTo(log);
        assertThat(log.with(state(CameraCondition.UNREACHABLE, 10, 20))).isEqualTo(log);
    }

    @Test
    void statesThatAreMissing_areNotLive_unlessALaterOneSaysSo() {
        var log = LiveLog.of(state(CameraCondition.LIVE, 0, 60));

        var sameAllTheTime = log.with(state(CameraCondition.LIVE, 0, 600));
        var anew = log.with(state(CameraCondition.LIVE, 590, 600));
        var down = log.with(state(CameraCondition.FROZEN, 590, 600));

        assertThat(live(sameAllTheTime, 0, 600)).isEqualTo(600);
        assertThat(live(anew, 0, 600)).isEqualTo(70);
        assertThat(live(down, 0, 600)).isEqualTo(60);
    }

    @Test
    void timeSinceTheLastState_isLive_ifTheNextIsNotOverdue() {
        var log = LiveLog.of(state(CameraCondition.LIVE, 0, 60));

        assertThat(live(log, 0, 150)).isEqualTo(150);
        assertThat(live(log, 0, 151)).isEqualTo(60);
    }

    @Test
    void whatIsOver_canBeForgotten_andTheRestGoesOn() {
        var log = LiveLog.of(state(CameraCondition.LIVE, 0, 60))
                .with(state(CameraCondition.FROZEN, 60, 61))
                .with(state(CameraCondition.LIVE, 70, 80))
                .since(START.plusSeconds(1000))
                .with(state(CameraCondition.LIVE, 70, 140));

        assertThat(live(log, 0, 140)).isEqualTo(70);
        assertThat(log.live()).hasSize(1);
    }

    private static long live(LiveLog log, int from, int to) {
        Duration live = log.liveIn(START.plusSeconds(from), START.plusSeconds(to));
        return live.toSeconds();
    }

    private static Observation.OfCamera state(CameraCondition condition, int since, int at) {
        return new Observation.OfCamera(GATE, condition, START.plusSeconds(since), START.plusSeconds(at));
    }
}

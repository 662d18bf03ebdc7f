package io.faceline.vision.camera.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SamplingByClockTest {
    private static final long MILLI = 1_000_000;

    @Test
    void takes_atTheRate() {
        assertThat(taken(10, 25, 0)).isBetween(99, 101);
        assertThat(taken(5, 30, 10)).isBetween(49, 51);
        assertThat(taken(0.5, 10, 0)).isBetween(5, 6);
    }

    @Test
    void sameRate_losesNothingToJitter() {
        assertThat(taken(10, 10, 25)).isBetween(97, 100);
    }

    @Test
    void slowCameraAndNoRate_giveEveryPicture() {
        assertThat(taken(10, 3, 30)).isEqualTo(30);
        assertThat(taken(0, 25, 10)).isEqualTo(250);
    }

    /** Of a camera within ten seconds. */
    private static int taken(double rate, int camera, int jitterMillis) {
        var clock = new TakeClock(rate);
        var random = new Random(1);
        var taken = 0;
        for (var picture = 0; picture < 10 * camera; picture++) {
            var nanos =
                    picture * 1000L * MILLI / camera + (jitterMillis == 0 ? 0 : random.nextInt(jitterMillis)) * MILLI;
            if (clock.isDue(nanos)) {
                clock.take(nanos);
                taken++;
            }
        }
        return taken;
    }

    @Test
    void arrival_risesWhateverTheWallClockDoes() {
        var clock = new ArrivalClock();

        assertThat(clock.at(0, 5000)).isEqualTo(Instant.ofEpochMilli(5000));
        assertThat(clock.at(100 * MILLI, 5100)).isEqualTo(Instant.ofEpochMilli(5100));
        assertThat(clock.at(100 * MILLI, 5100)).isEqualTo(Instant.ofEpochMilli(5101));
        assertThat(clock.at(200 * MILLI, 1000)).isEqualTo(Instant.ofEpochMilli(5200));
        assertThat(clock.at(300 * MILLI, 99_000)).isEqualTo(Instant.ofEpochMilli(99_000));
        assertThat(clock.at(400 * MILLI, 98_000)).isEqualTo(Instant.ofEpochMilli(99_100));
    }

    @Test
    void backlog_isLeftOutStepByStep() {
        var backlog = new Backlog();
        backlog.read(40 * MILLI, 0);

        assertThat(backlog.read(0, 900 * MILLI)).isEqualTo(Backlog.Mode.ALL);
        assertThat(backlog.read(0, 1100 * MILLI)).isEqualTo(Backlog.Mode.REFERENCES);
        assertThat(backlog.read(0, 2100 * MILLI)).isEqualTo(Backlog.Mode.KEY_FRAMES);
        assertThat(backlog.read(20 * MILLI, 2200 * MILLI)).isEqualTo(Backlog.Mode.ALL);
    }

    @Test
    void missingPacketsOfEveryPicture_areNotBelieved() {
        var missed = new MissedPackets();

        assertThat(missed.isMissing(1)).isTrue();
        assertThat(missed.isMissing(1)).isFalse();
        for (var picture = 2; picture < 40; picture++) {
            missed.isMissing(picture);
        }
        assertThat(missed.isMissing(40)).isFalse();
    }

    @Test
    void lastMoments_areCounted() {
        var moments = new LastMoments(Duration.ofSeconds(5));
        for (var i = 0; i < 100; i++) {
            moments.add(i * 100 * MILLI);
        }

        assertThat(moments.perSecond(9900 * MILLI, 0)).isBetween(9.5, 10.5);
        assertThat(moments.count(20_000 * MILLI)).isZero();
    }
}

package io.faceline.ingest.camera.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.camera.CameraAddress;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryTest {
    private static final Instant NOW = MovingClock.START;

    @Test
    void waits_areUpToAFifthLonger() {
        var retry = new Retry(() -> -1L, NOW);

        retry.failed(NOW, false, CameraAddress.Kind.RTSP);

        assertThat(retry.next()).isAfter(NOW.plusSeconds(1)).isBeforeOrEqualTo(NOW.plus(Duration.ofMillis(1200)));
    }

    @Test
    void triesOfOtherFailures_waitForTheLimitOfTriesAsWell() {
        var retry = new Retry(() -> 0L, NOW);
        retry.refused(NOW);
        retry.refused(NOW.plusSeconds(1));
        retry.refused(NOW.plusSeconds(2));

        retry.failed(NOW.plusSeconds(3), false, CameraAddress.Kind.RTSP);
        assertThat(retry.next()).isEqualTo(NOW.plus(SignInTries.WINDOW));
        retry.atOnce(NOW.plusSeconds(4));
        assertThat(retry.next()).isEqualTo(NOW.plus(SignInTries.WINDOW));
        retry.atOnce(NOW.plus(Duration.ofMinutes(31)));

        assertThat(retry.next()).isEqualTo(NOW.plus(Duration.ofMinutes(31)));
    }

    @Test
    void ends_areAlikeAfterThree() {
        var ends = new AlikeEnds();
        ends.ended(Duration.ofSeconds(60));
        ends.ended(Duration.ofMillis(60_400));
        assertThat(ends.seconds()).isEmpty();
        ends.ended(Duration.ofMillis(61_000));
        assertThat(ends.seconds()).contains(60L);

        ends.ended(Duration.ofSeconds(20));

        assertThat(ends.seconds()).isEmpty();
    }
}

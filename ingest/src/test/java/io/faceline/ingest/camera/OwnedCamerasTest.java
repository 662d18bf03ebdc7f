package io.faceline.ingest.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OwnedCamerasTest {
    @Test
    void single_isOpenedAtOnce() {
        assertThat(OwnedCameras.delay("door", 1)).isZero();
    }

    @Test
    void many_areSpreadOverTenSeconds() {
        var delays = IntStream.range(0, 100)
                .mapToObj(number -> OwnedCameras.delay("camera-" + number, 100))
                .toList();

        assertThat(delays).allMatch(delay -> delay.compareTo(Duration.ofSeconds(10)) < 0);
        for (var second = 0; second < 10; second++) {
            var from = Duration.ofSeconds(second);
            assertThat(delays)
                    .as("second " + second)
                    .anyMatch(delay -> delay.compareTo(from) >= 0 && delay.compareTo(from.plusSeconds(1)) < 0);
        }
    }

    /** A killed instance's cameras are to be live within fifteen seconds. */
    @Test
    void takenOver_areSpreadOverLess() {
        var delays = IntStream.range(0, 100)
                .mapToObj(number -> OwnedCameras.delay("camera-" + number, 100, Duration.ofSeconds(2)))
                .toList();

        assertThat(delays).allMatch(delay -> delay.compareTo(Duration.ofSeconds(2)) < 0);
    }

    @Test
    void few_areSpreadOverLess() {
        assertThat(OwnedCameras.delay("door", 3)).isLessThan(Duration.ofSeconds(1));
    }
}

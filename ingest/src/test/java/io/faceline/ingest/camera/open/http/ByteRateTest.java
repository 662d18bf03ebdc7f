package io.faceline.ingest.camera.open.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ByteRateTest {
    private static final long SECOND = 1_000_000_000;

    private final ByteRate rate = new ByteRate(1000);

    @Test
    void whatIsWithinTheRate_isTakenAtOnce() {
        assertThat(rate.pauseAfter(600, 5 * SECOND)).isZero();
        assertThat(rate.pauseAfter(400, 5 * SECOND + 10)).isZero();
    }

    @Test
    void whatIsMore_waitsUntilTheSecondHasPassed() {
        assertThat(rate.pauseAfter(600, 5 * SECOND)).isZero();

        assertThat(rate.pauseAfter(600, 5 * SECOND + SECOND / 4)).isEqualTo(3 * SECOND / 4);
        assertThat(rate.pauseAfter(600, 6 * SECOND)).isZero();
    }
}

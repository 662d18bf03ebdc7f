package io.faceline.api.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.api.TestPeople;
import org.junit.jupiter.api.Test;

class ThroughputTest {
    private final Throughput speed = new Throughput();

    @Test
    void framesOfTheLastTenSecondsCount_wheneverRead() {
        for (var second = 0; second <= 60; second++) {
            speed.answered(TestPeople.THEN.plusSeconds(second));
            speed.answered(TestPeople.THEN.plusSeconds(second));
        }

        assertThat(speed.at(TestPeople.THEN.plusSeconds(60)).orElseThrow()).isEqualTo(2.2);
        assertThat(speed.at(TestPeople.THEN.plusSeconds(65)).orElseThrow()).isEqualTo(1.2);
    }

    @Test
    void nothingIsSaid_tooFewFrames() {
        speed.answered(TestPeople.THEN);

        assertThat(speed.at(TestPeople.THEN.plusSeconds(1))).isEmpty();
        assertThat(speed.at(TestPeople.THEN.plusSeconds(60))).isEmpty();
    }
}

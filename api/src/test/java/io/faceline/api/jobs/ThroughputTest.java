package io.faceline.api.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.api.TestPeople;
import org.junit.jupiter.api.Test;

class ThroughputTest {
    private final Throughput throughput = new Throughput();

    @Test
    void framesOfTheLastTenSecondsCount_wheneverRead() {
        for (var second = 0; second <= 60; second++) {
            throughput.answered(TestPeople.THEN.plusSeconds(second));
            throughput.answered(TestPeople.THEN.plusSeconds(second));
        }

        assertThat(throughput.at(TestPeople.THEN.plusSeconds(60)).orElseThrow()).isEqualTo(2.2);
        assertThat(throughput.at(TestPeople.THEN.plusSeconds(65)).orElseThrow()).isEqualTo(1.2);
    }

    @Test
    void nothingIsSaid_tooFewFrames() {
        throughput.answered(TestPeople.THEN);

        assertThat(throughput.at(TestPeople.THEN.plusSeconds(1))).isEmpty();
        assertThat(throughput.at(TestPeople.THEN.plusSeconds(60))).isEmpty();
    }
}

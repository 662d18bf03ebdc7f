package io.faceline.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CompactionScheduleTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private Instant now = Instant.parse("2026-01-01T00:00:30Z");
    private final CompactionSchedule times = new CompactionSchedule(HOUR, () -> now);

    @Test
    void start_countsAsADeletion() {
        assertThat(isDueAfter(HOUR)).isFalse();
        assertThat(isDueAfter(MINUTE)).isTrue();
        assertThat(isDueAfter(HOUR.multipliedBy(2))).isFalse();
    }

    @Test
    void eachDeletion_isDueOnce() {
        isDueAfter(HOUR.multipliedBy(2));
        times.recordDeletion();
        isDueAfter(HOUR.dividedBy(2));
        times.recordDeletion();

        assertThat(isDueAfter(HOUR.dividedBy(2).plus(MINUTE))).isTrue();
        assertThat(isDueAfter(HOUR.dividedBy(2))).isTrue();
        assertThat(isDueAfter(HOUR.multipliedBy(2))).isFalse();
    }

    @Test
    void deletionsWithinAMinute_areDueTogether() {
        isDueAfter(HOUR.multipliedBy(2));
        for (var i = 0; i < 1000; i++) {
            times.recordDeletion();
        }

        assertThat(isDueAfter(HOUR.plus(MINUTE))).isTrue();
        assertThat(isDueAfter(HOUR)).isFalse();
    }

    private boolean isDueAfter(Duration time) {
        now = now.plus(time);
        return times.isDue();
    }
}

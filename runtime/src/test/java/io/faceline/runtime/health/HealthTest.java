package io.faceline.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HealthTest {
    @Test
    void healthIsGood_nothingToMerge() {
        assertThat(Health.merge(List.of())).isEqualTo(Health.GOOD);
    }

    @Test
    void healthIsTheWorst_merged() {
        var merged = Health.merge(List.of(Health.GOOD, Health.notReady("starting"), Health.dead("a bug")));

        assertThat(merged).isEqualTo(new Health(false, false, List.of("starting", "a bug"), List.of()));
    }
}

package io.faceline.evaluation.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DimensionRatesTest {
    @Test
    void worstFpir_intervalAboveTheOthers_isClear() {
        var rates = rates(group("children", 290, 0.20), group("adults", 300, 0.01), group("old", 300, 0.03));

        var worst = rates.worstFpir().orElseThrow();

        assertThat(worst.group()).isEqualTo("children");
        assertThat(worst.others()).isEqualTo(0.02);
        assertThat(worst.isClear()).isTrue();
    }

    @Test
    void worstFpir_intervalHoldsTheOthers_isNotClear() {
        var rates = rates(group("children", 30, 0.04), group("adults", 30, 0.03));

        assertThat(rates.worstFpir().orElseThrow().isClear()).isFalse();
    }

    @Test
    void worstFpir_nobodyNamed_isEmpty() {
        assertThat(rates(group("children", 30, 0), group("adults", 30, 0)).worstFpir())
                .isEmpty();
    }

    @Test
    void worstNotFound_fewestFaces_isNamedByItsMisses() {
        var rates = rates(group("children", 240, 0), group("adults", 300, 0));

        var worst = rates.worstNotFound().orElseThrow();

        assertThat(worst.group()).isEqualTo("children");
        assertThat(worst.rate().value()).isBetween(0.199, 0.201);
        assertThat(worst.rate().low()).isLessThan(worst.rate().high());
        assertThat(worst.isClear()).isTrue();
    }

    /** Of 300 photos. */
    private static GroupRates group(String name, int found, double fpir) {
        return new GroupRates(name, 300, Rate.ofCount(found, 300), Rate.ofCount(fpir * found, found));
    }

    private static DimensionRates rates(GroupRates... groups) {
        return new DimensionRates("test", "age", 10, List.of(groups), groups[0]);
    }
}

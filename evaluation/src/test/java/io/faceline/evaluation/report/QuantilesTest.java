package io.faceline.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuantilesTest {
    @Test
    void quantile_isTheValueAboveTheShare() {
        var quantiles = new Quantiles(List.of(4.0, 1.0, 3.0, 2.0));

        assertThat(quantiles.at(0)).isEqualTo(1);
        assertThat(quantiles.median()).isEqualTo(3);
        assertThat(quantiles.at(0.95)).isEqualTo(4);
        assertThat(quantiles.at(1)).isEqualTo(4);
    }

    @Test
    void quantile_isNoNumber_withoutValues() {
        assertThat(new Quantiles(List.of()).median()).isNaN();
    }
}

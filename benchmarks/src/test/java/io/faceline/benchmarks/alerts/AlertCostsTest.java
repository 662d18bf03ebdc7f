package io.faceline.benchmarks.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.benchmarks.alerts.AlertCosts.Result;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The short form of {@link AlertCosts}; its figures say nothing, since other tests run beside it. */
class AlertCostsTest {
    @Test
    void ruleMix_isAThousandRules_ofWhichEachUpdateConcernsSome_andSomeHold() {
        var none = AlertCosts.run(RuleMix.NONE, 2);
        var mixed = AlertCosts.run(RuleMix.MIXED, 2);

        assertThat(RuleMix.MIXED.rules()).hasSize(1000);
        assertThat(none.passedOn()).isZero();
        assertThat(mixed.passedOn()).isGreaterThan(5L * mixed.nanos().size());
        assertThat(mixed.written()).isPositive();
        assertThat(AlertCosts.table(List.of(none, mixed)).lines()).hasSize(4);
    }

    @Test
    void percentiles_areOfTheUpdates() {
        var result = new Result(RuleMix.NONE, List.of(10_000_000L, 2_000_000L, 1_000_000L, 3_000_000L), 0, 0, 1, 0, 0);

        assertThat(result.mean()).isEqualTo(4);
        assertThat(result.percentile(0.5)).isEqualTo(2);
        assertThat(result.percentile(1)).isEqualTo(10);
    }
}

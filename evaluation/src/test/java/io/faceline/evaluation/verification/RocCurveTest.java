package io.faceline.evaluation.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RocCurveTest {
    @Test
    void of_twoThousandPairs_leavesOutRatesOfLessThanOnePair() {
        var different = IntStream.range(0, 2_000).mapToDouble(i -> i / 4_000.0).toArray();
        var rates = new ErrorRates(new double[] {0.4980, 0.7}, different);

        var roc = RocCurve.of(rates, 0.6, Optional.empty());

        assertThat(roc.trueAcceptRates().get(0).rate()).hasValue(1);
        assertThat(roc.trueAcceptRates().get(1).rate()).hasValue(0.5);
        assertThat(roc.trueAcceptRates().get(2).rate()).isEmpty();
        assertThat(roc.atVerify()).isEqualTo(new ErrorPoint(0.6, 0, 0.5));
    }
}

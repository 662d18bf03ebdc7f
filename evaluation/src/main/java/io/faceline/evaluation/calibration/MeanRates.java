package io.faceline.evaluation.calibration;

import io.faceline.evaluation.dataset.EvaluationException;
import io.faceline.evaluation.search.OpenSetRates;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Mean FPIR and FNIR over several splits, 0 to 1.
 *
 * @param fpirWorst the highest of the splits
 * @param splitsWithinGoal number of splits with an FPIR of at most {@value ThresholdChoice#MATCH_FPIR}
 * @param fnirWorst the highest of the splits
 */
public record MeanRates(
        double threshold,
        double margin,
        double fpir,
        double fpirWorst,
        int splitsWithinGoal,
        double fnir,
        double fnirWorst) {
    static MeanRates of(List<OpenSetRates> splits) {
        var fpir = rates(splits, OpenSetRates::fpir);
        if (fpir.length == 0) {
            throw new EvaluationException("no strangers are left: enroll fewer people");
        }
        var fnir = rates(splits, OpenSetRates::fnir);
        var first = splits.get(0);
        return new MeanRates(
                first.threshold(),
                first.margin(),
                mean(fpir),
                worst(fpir),
                (int) DoubleStream.of(fpir)
                        .filter(rate -> rate <= ThresholdChoice.MATCH_FPIR)
                        .count(),
                mean(fnir),
                worst(fnir));
    }

    /** The present rates. */
    private static double[] rates(List<OpenSetRates> splits, Function<OpenSetRates, @Nullable Double> rate) {
        return splits.stream()
                .map(rate)
                .filter(Objects::nonNull)
                .mapToDouble(value -> value)
                .toArray();
    }

    private static double mean(double[] rates) {
        return DoubleStream.of(rates).average().orElse(0);
    }

    private static double worst(double[] rates) {
        return DoubleStream.of(rates).max().orElse(0);
    }
}

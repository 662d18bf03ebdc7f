package io.faceline.standalone.evaluate;

import java.util.List;
import java.util.Objects;

/**
 * FPIR and FNIR, 0 to 1, as means over several splits.
 *
 * @param fpirWorst of the splits
 * @param fnirWorst of the splits
 */
public record MeanRates(double threshold, double margin, double fpir, double fpirWorst, double fnir, double fnirWorst) {
    static MeanRates of(List<OpenSetRates> splits) {
        var fpir = splits.stream()
                .map(OpenSetRates::fpir)
                .filter(Objects::nonNull)
                .mapToDouble(rate -> rate)
                .summaryStatistics();
        if (fpir.getCount() == 0) {
            throw new EvaluationException("nobody is left to be a stranger: enroll fewer people");
        }
        var fnir = splits.stream()
                .map(OpenSetRates::fnir)
                .filter(Objects::nonNull)
                .mapToDouble(rate -> rate)
                .summaryStatistics();
        var first = splits.get(0);
        return new MeanRates(
                first.threshold(), first.margin(), fpir.getAverage(), fpir.getMax(), fnir.getAverage(), fnir.getMax());
    }
}

package io.faceline.evaluation.verification;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The ROC curve of a verification.
 *
 * @param points by rising false accept rate
 * @param atVerify the point at the catalog's verify threshold
 * @param trueAcceptRates true accept rates at false accept rates of 1e-2, 1e-3 and 1e-4
 * @param folds absent where pairs have no folds
 */
public record RocCurve(
        int pairsOfOne,
        int pairsOfTwo,
        List<ErrorPoint> points,
        ErrorPoint atVerify,
        double equalErrorRate,
        List<TrueAcceptRate> trueAcceptRates,
        Optional<FoldedAccuracy> folds) {
    private static final double[] FALSE_ACCEPT_RATES = {1e-2, 1e-3, 1e-4};

    /** @param rate absent where there are too few pairs to measure it */
    public record TrueAcceptRate(double falseAcceptRate, OptionalDouble rate) {}

    public RocCurve {
        points = List.copyOf(points);
        trueAcceptRates = List.copyOf(trueAcceptRates);
    }

    public static RocCurve of(ErrorRates rates, double verifyThreshold, Optional<FoldedAccuracy> folds) {
        return new RocCurve(
                rates.pairsOfOne(),
                rates.pairsOfTwo(),
                rates.curve(),
                rates.at(verifyThreshold),
                rates.equalErrorRate(),
                Arrays.stream(FALSE_ACCEPT_RATES)
                        .mapToObj(far -> trueAcceptRate(rates, far))
                        .toList(),
                folds);
    }

    private static TrueAcceptRate trueAcceptRate(ErrorRates rates, double far) {
        var isCountable = far * rates.pairsOfTwo() >= 1;
        return new TrueAcceptRate(
                far, isCountable ? OptionalDouble.of(rates.trueAcceptRate(far)) : OptionalDouble.empty());
    }
}

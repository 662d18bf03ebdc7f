package io.faceline.evaluation.verification;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How pairs of photos are told apart.
 *
 * @param points from few false accepts to many
 * @param atVerify at the catalog's verify threshold
 * @param trueAcceptRates where at most a hundredth, a thousandth … of the pairs of two people are accepted
 * @param folds absent where pairs are not dealt into folds
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

    /** @param rate absent where there are too few pairs for a single one to be so small a share */
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

package io.faceline.evaluation.calibration;

import java.util.List;

/**
 * Which thresholds a model should have, and how the choice came about.
 *
 * @param match the smallest with a mean FPIR of at most 0.5 %, without a margin
 * @param uncertain the smallest with a mean FPIR of at most 5 %: of twenty strangers at most one troubles a human
 * @param byThreshold without a margin
 * @param byMargin at {@code match}
 */
public record ThresholdChoice(
        int people, int splits, double match, double uncertain, List<MeanRates> byThreshold, List<MeanRates> byMargin) {
    /** What FPIR a match threshold is set for. */
    static final double MATCH_FPIR = 0.005;

    public ThresholdChoice {
        byThreshold = List.copyOf(byThreshold);
        byMargin = List.copyOf(byMargin);
    }
}

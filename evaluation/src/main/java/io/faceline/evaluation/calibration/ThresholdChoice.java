package io.faceline.evaluation.calibration;

import java.util.List;

/**
 * The chosen thresholds of a model, with the rates behind them.
 *
 * @param match the smallest threshold with a mean FPIR of at most 0.5 %, without a margin
 * @param uncertain the smallest threshold with a mean FPIR of at most 5 %, so that at most one in twenty strangers needs a
 *     human decision
 * @param byThreshold rates by threshold, without a margin
 * @param byMargin rates by margin, at {@code match}
 */
public record ThresholdChoice(
        int people, int splits, double match, double uncertain, List<MeanRates> byThreshold, List<MeanRates> byMargin) {
    /** The target FPIR of the match threshold. */
    static final double MATCH_FPIR = 0.005;

    public ThresholdChoice {
        byThreshold = List.copyOf(byThreshold);
        byMargin = List.copyOf(byMargin);
    }
}

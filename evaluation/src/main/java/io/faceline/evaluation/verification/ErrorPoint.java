package io.faceline.evaluation.verification;

/**
 * Both kinds of error at one threshold, 0 to 1.
 *
 * @param falsePositive the false accept rate of pairs, the FPIR of searches
 * @param falseNegative the false reject rate of pairs (1 - TAR), the FNIR of searches
 */
public record ErrorPoint(double threshold, double falsePositive, double falseNegative) {}

package io.faceline.evaluation.calibration;

/**
 * A threshold estimated from the tail of strangers' similarities.
 *
 * @param people number of people enrolled
 * @param low lower bound of the 95 % interval
 * @param high upper bound of the 95 % interval
 */
public record TailEstimate(int people, double threshold, double low, double high) {}

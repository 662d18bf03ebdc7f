package io.faceline.evaluation.calibration;

/**
 * The best candidate of one search, and whether that is who is seen; never so for a stranger.
 *
 * @param similarity cosine
 */
record TopOneTrial(double similarity, boolean isRight) {}

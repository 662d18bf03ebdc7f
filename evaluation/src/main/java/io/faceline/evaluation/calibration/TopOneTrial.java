package io.faceline.evaluation.calibration;

/**
 * The best candidate of a search, and whether it is the person in the photo, which is never the case for a stranger.
 *
 * @param similarity cosine similarity
 */
public record TopOneTrial(double similarity, boolean isRight) {}

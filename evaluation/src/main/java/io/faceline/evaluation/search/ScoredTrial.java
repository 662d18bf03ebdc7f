package io.faceline.evaluation.search;

/** The confidence of a trial and whether it was correct. */
public record ScoredTrial(double confidence, boolean isRight) {}

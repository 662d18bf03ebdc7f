package io.faceline.evaluation.search;

/** A confidence, and whether it was deserved. */
public record ScoredTrial(double confidence, boolean isRight) {}

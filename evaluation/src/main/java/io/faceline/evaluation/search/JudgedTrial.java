package io.faceline.evaluation.search;

/** A confidence, and whether it was deserved. */
public record JudgedTrial(double confidence, boolean isRight) {}

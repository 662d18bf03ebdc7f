package io.faceline.standalone.evaluate;

/** A confidence, and whether it was deserved. */
record JudgedTrial(double confidence, boolean isRight) {}

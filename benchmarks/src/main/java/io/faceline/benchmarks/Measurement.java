package io.faceline.benchmarks;

/**
 * One figure.
 *
 * @param area what it is about, such as {@code decode}
 * @param name what was measured
 * @param unit of the value
 * @param beside what a reader needs to judge it, such as the baseline of the same run; may be empty
 */
record Measurement(String area, String name, double value, String unit, String beside) {}

package io.faceline.benchmarks;

/**
 * A measured value.
 *
 * @param area the area, such as {@code decode}
 * @param name the name of the measurement
 * @param unit the unit of the value
 * @param note context, such as the baseline of the same run; may be empty
 */
record Measurement(String area, String name, double value, String unit, String note) {}

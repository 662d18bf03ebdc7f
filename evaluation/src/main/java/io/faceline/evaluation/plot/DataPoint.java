package io.faceline.evaluation.plot;

/** One measurement, in the units of the axes. */
public record DataPoint(double x, double y) {}

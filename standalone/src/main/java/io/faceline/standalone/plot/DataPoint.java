package io.faceline.standalone.plot;

/** One measurement, in the units of the axes. */
public record DataPoint(double x, double y) {}

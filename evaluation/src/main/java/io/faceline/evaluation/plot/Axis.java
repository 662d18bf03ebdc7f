package io.faceline.evaluation.plot;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * An axis of a chart.
 *
 * @param label the label with the unit
 * @param min the start; above 0 when logarithmic
 * @param max greater than {@code min}
 */
public record Axis(String label, double min, double max, boolean isLogarithmic, List<Tick> ticks) {
    /** @param label empty for a grid line without a label */
    public record Tick(double value, String label) {}

    public Axis {
        ticks = List.copyOf(ticks);
        if (!(min < max) || !Double.isFinite(max - min) || (isLogarithmic && min <= 0)) {
            throw new IllegalArgumentException("an axis \"" + label + "\" cannot span " + min + " to " + max);
        }
    }

    public static Axis linear(String label, double min, double max) {
        return new Axis(label, min, max, false, Ticks.linear(min, max));
    }

    /** Powers of ten get labels; {@code min} and {@code max} should be such. */
    public static Axis logarithmic(String label, double min, double max) {
        return new Axis(label, min, max, true, Ticks.logarithmic(min, max));
    }

    /** Places the names at 0, 1 and so on, with half a step of space at either end. */
    public static Axis named(String label, List<String> names) {
        return new Axis(label, -0.5, names.size() - 0.5, false, Ticks.named(names));
    }

    /** Linear from 0, so that heights can be compared, to a round number above all values. */
    public static Axis fromZero(String label, DoubleStream values) {
        var largest = values.filter(Double::isFinite).max().orElse(0);
        return linear(label, 0, largest > 0 ? Ticks.roundUp(largest) : 1);
    }

    /** From 0 at {@code min} to 1 at {@code max}; values beyond an end are clamped. */
    double position(double value) {
        var share = isLogarithmic
                ? Math.log(Math.max(value, Double.MIN_NORMAL) / min) / Math.log(max / min)
                : (value - min) / (max - min);
        return Math.max(0, Math.min(1, share));
    }
}

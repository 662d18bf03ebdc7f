package io.faceline.evaluation.plot;

import io.faceline.evaluation.plot.Axis.Tick;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Computes round ticks of an axis. */
final class Ticks {
    private static final int TARGET_COUNT = 6;
    private static final int DIGITS = 6;
    /** Tolerance of floating point, relative to a step. */
    private static final double TOLERANCE = 1e-6;

    private Ticks() {}

    static List<Tick> linear(double min, double max) {
        var step = step(max - min);
        var ticks = new ArrayList<Tick>();
        var last = Math.floor(max / step + TOLERANCE);
        for (var i = Math.ceil(min / step - TOLERANCE); i <= last; i++) {
            ticks.add(labelled(i * step));
        }
        return ticks;
    }

    static List<Tick> logarithmic(double min, double max) {
        var ticks = new ArrayList<Tick>();
        for (var power = (int) Math.floor(Math.log10(min)); Math.pow(10, power) <= max; power++) {
            for (var digit = 1; digit <= 9; digit++) {
                var value = digit * Math.pow(10, power);
                if (value >= min * (1 - TOLERANCE) && value <= max * (1 + TOLERANCE)) {
                    ticks.add(digit == 1 ? labelled(value) : new Tick(value, ""));
                }
            }
        }
        return ticks;
    }

    static List<Tick> named(List<String> names) {
        var ticks = new ArrayList<Tick>();
        names.forEach(name -> ticks.add(new Tick(ticks.size(), name)));
        return ticks;
    }

    /** Rounds up to the next tick. */
    static double roundUp(double value) {
        var step = step(value);
        return Math.ceil(value / step - TOLERANCE) * step;
    }

    /** 1, 2 or 5 times a power of ten, with about {@value #TARGET_COUNT} steps in the span. */
    private static double step(double span) {
        var rough = span / TARGET_COUNT;
        var power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (var digit : new int[] {1, 2, 5}) {
            if (rough * (1 - TOLERANCE) <= digit * power) {
                return digit * power;
            }
        }
        return 10 * power;
    }

    private static Tick labelled(double value) {
        var rounded = new BigDecimal(value).round(new MathContext(DIGITS));
        return new Tick(value, rounded.stripTrailingZeros().toPlainString());
    }
}

package io.faceline.evaluation.plot;

import io.faceline.evaluation.plot.Axis.Tick;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Round numbers along an axis. */
final class Ticks {
    private static final int ABOUT = 6;
    private static final int DIGITS = 6;
    /** Of a step: what floating point may be off. */
    private static final double SLACK = 1e-6;

    private Ticks() {}

    static List<Tick> linear(double min, double max) {
        var step = step(max - min);
        var ticks = new ArrayList<Tick>();
        var last = Math.floor(max / step + SLACK);
        for (var i = Math.ceil(min / step - SLACK); i <= last; i++) {
            ticks.add(labelled(i * step));
        }
        return ticks;
    }

    static List<Tick> logarithmic(double min, double max) {
        var ticks = new ArrayList<Tick>();
        for (var power = (int) Math.floor(Math.log10(min)); Math.pow(10, power) <= max; power++) {
            for (var digit = 1; digit <= 9; digit++) {
                var value = digit * Math.pow(10, power);
                if (value >= min * (1 - SLACK) && value <= max * (1 + SLACK)) {
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

    /** To the next tick. */
    static double roundUp(double value) {
        var step = step(value);
        return Math.ceil(value / step - SLACK) * step;
    }

    /** 1, 2 or 5 times a power of ten, about {@value #ABOUT} times in the span. */
    private static double step(double span) {
        var rough = span / ABOUT;
        var power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (var digit : new int[] {1, 2, 5}) {
            if (rough * (1 - SLACK) <= digit * power) {
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

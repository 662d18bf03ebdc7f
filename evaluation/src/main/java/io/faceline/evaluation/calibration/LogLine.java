package io.faceline.evaluation.calibration;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A threshold that grows with the logarithm of the number of people: {@code at500 + perLog · ln(people / 500)}.
 *
 * @param perLog growth for each factor of e in the number of people
 */
public record LogLine(double at500, double perLog) {
    private static final double REFERENCE = 500;

    /** A measured threshold. */
    record Point(int people, double threshold) {}

    /**
     * The line with the least squares.
     *
     * @param points at least two different numbers of people
     */
    static LogLine fit(List<Point> points) {
        var x = mean(points, point -> log(point.people));
        var y = mean(points, Point::threshold);
        var xy = mean(points, point -> (log(point.people) - x) * (point.threshold - y));
        var xx = mean(points, point -> (log(point.people) - x) * (log(point.people) - x));
        var perLog = xy / xx;
        return new LogLine(y - perLog * x, perLog);
    }

    private static double mean(List<Point> points, ToDoubleFunction<Point> value) {
        return points.stream().mapToDouble(value).average().orElseThrow();
    }

    private static double log(int people) {
        return Math.log(people / REFERENCE);
    }

    public double at(int people) {
        return at500 + perLog * log(people);
    }
}

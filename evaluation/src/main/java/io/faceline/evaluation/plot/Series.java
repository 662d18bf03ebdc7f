package io.faceline.evaluation.plot;

import java.util.List;

/** A series of a chart, in drawing order. */
public record Series(String name, Style style, List<DataPoint> points) {
    public enum Style {
        LINE,
        /** A line with a dot at every point. */
        DOTTED_LINE,
        /** A thin, dashed grey reference line. */
        GUIDE,
        /** Single, larger dots without a line. */
        DOTS
    }

    public Series {
        points = List.copyOf(points);
    }

    public static Series line(String name, List<DataPoint> points) {
        return new Series(name, Style.LINE, points);
    }

    public static Series dottedLine(String name, List<DataPoint> points) {
        return new Series(name, Style.DOTTED_LINE, points);
    }

    public static Series guide(String name, List<DataPoint> points) {
        return new Series(name, Style.GUIDE, points);
    }

    public static Series dots(String name, List<DataPoint> points) {
        return new Series(name, Style.DOTS, points);
    }
}

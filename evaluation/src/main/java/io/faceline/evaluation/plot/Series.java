package io.faceline.evaluation.plot;

import java.util.List;

/** What belongs together in a chart, in the order in which it is joined by a line. */
public record Series(String name, Style style, List<DataPoint> points) {
    public enum Style {
        LINE,
        /** A line with a dot at every point. */
        DOTTED_LINE,
        /** A thin, dashed grey line to compare the others with. */
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

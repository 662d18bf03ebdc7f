package io.faceline.evaluation.plot;

import io.faceline.evaluation.plot.Series.Style;
import java.util.stream.Collectors;

/** Draws a chart as SVG, in pixels from the upper left corner. */
final class ChartDrawing {
    static final double LEFT = 62;
    static final double TOP = 42;
    static final double PLOT_WIDTH = 560;
    static final double PLOT_HEIGHT = 300;
    private static final double WIDTH = LEFT + PLOT_WIDTH + 24;
    private static final double BOTTOM = TOP + PLOT_HEIGHT;
    private static final double LEGEND = BOTTOM + 66;
    private static final double LEGEND_ROW = 20;
    private static final double SWATCH = 26;
    private static final double SMALL_DOT = 3;
    private static final double LARGE_DOT = 5.5;

    private final Chart chart;
    private final Svg svg;
    private final double height;

    ChartDrawing(Chart chart) {
        this.chart = chart;
        this.height = LEGEND + LEGEND_ROW * chart.series().size();
        this.svg = new Svg(WIDTH, height, chart.title(), ChartStyle.CSS);
    }

    String draw() {
        rectangle("ground", 0, 0, WIDTH, height);
        text("title", "start", LEFT, TOP - 18, chart.title());
        drawX();
        drawY();
        rectangle("frame", LEFT, TOP, PLOT_WIDTH, PLOT_HEIGHT);
        var colour = 0;
        for (var i = 0; i < chart.series().size(); i++) {
            var series = chart.series().get(i);
            var name = series.style() == Style.GUIDE ? "guide" : "c" + colour++ % ChartStyle.COLOURS;
            draw(series, name);
            drawLegend(series, name, LEGEND + i * LEGEND_ROW);
        }
        return svg.finish();
    }

    private void drawX() {
        for (var tick : chart.x().ticks()) {
            var x = x(tick.value());
            line(tick.label().isEmpty() ? "minor" : "grid", x, TOP, x, BOTTOM);
            text("tick", "middle", x, BOTTOM + 17, tick.label());
        }
        text("label", "middle", LEFT + PLOT_WIDTH / 2, BOTTOM + 38, chart.x().label());
    }

    private void drawY() {
        for (var tick : chart.y().ticks()) {
            var y = y(tick.value());
            line(tick.label().isEmpty() ? "minor" : "grid", LEFT, y, LEFT + PLOT_WIDTH, y);
            text("tick", "end", LEFT - 7, y + 4, tick.label());
        }
        svg.element(
                "text",
                chart.y().label(),
                "text-anchor",
                "middle",
                "transform",
                "translate(16 " + Svg.number(TOP + PLOT_HEIGHT / 2) + ") rotate(-90)");
    }

    private void draw(Series series, String colour) {
        if (series.style() != Style.DOTS) {
            var points = series.points().stream()
                    .map(point -> Svg.number(x(point.x())) + "," + Svg.number(y(point.y())))
                    .collect(Collectors.joining(" "));
            svg.element("polyline", "", "class", lineClass(colour), "points", points);
        }
        if (hasDots(series)) {
            series.points().forEach(point -> dot(series, colour, x(point.x()), y(point.y())));
        }
    }

    private void drawLegend(Series series, String colour, double y) {
        if (series.style() != Style.DOTS) {
            line(lineClass(colour), LEFT, y - 4, LEFT + SWATCH, y - 4);
        }
        if (hasDots(series)) {
            dot(series, colour, LEFT + SWATCH / 2, y - 4);
        }
        text("label", "start", LEFT + SWATCH + 8, y, series.name());
    }

    private static boolean hasDots(Series series) {
        return series.style() == Style.DOTS || series.style() == Style.DOTTED_LINE;
    }

    private static String lineClass(String colour) {
        return colour.equals("guide") ? colour : "line " + colour;
    }

    private double x(double value) {
        return LEFT + chart.x().position(value) * PLOT_WIDTH;
    }

    private double y(double value) {
        return BOTTOM - chart.y().position(value) * PLOT_HEIGHT;
    }

    private void dot(Series series, String colour, double x, double y) {
        var radius = series.style() == Style.DOTS ? LARGE_DOT : SMALL_DOT;
        svg.element("circle", "", "class", colour, "cx", Svg.number(x), "cy", Svg.number(y), "r", Svg.number(radius));
    }

    private void line(String style, double x1, double y1, double x2, double y2) {
        svg.start("line", "class", style, "x1", Svg.number(x1), "y1", Svg.number(y1));
        svg.attributes("x2", Svg.number(x2), "y2", Svg.number(y2));
        svg.end();
    }

    private void rectangle(String style, double x, double y, double width, double rectangleHeight) {
        svg.start("rect", "class", style, "x", Svg.number(x), "y", Svg.number(y));
        svg.attributes("width", Svg.number(width), "height", Svg.number(rectangleHeight));
        svg.end();
    }

    private void text(String style, String anchor, double x, double y, String content) {
        svg.element("text", content, "class", style, "text-anchor", anchor, "x", Svg.number(x), "y", Svg.number(y));
    }
}

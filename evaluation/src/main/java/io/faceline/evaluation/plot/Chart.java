package io.faceline.evaluation.plot;

import java.util.List;

/**
 * A chart of lines and dots. Up to seven coloured series are distinguishable.
 *
 * @param title also read by screen readers
 */
public record Chart(String title, Axis x, Axis y, List<Series> series) {
    public Chart {
        series = List.copyOf(series);
    }

    /** A standalone document that supports light and dark colour schemes. */
    public String svg() {
        return new ChartDrawing(this).draw();
    }
}

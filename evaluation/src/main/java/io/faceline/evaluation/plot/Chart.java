package io.faceline.evaluation.plot;

import java.util.List;

/**
 * Lines and dots over two axes. Up to seven coloured series can be told apart.
 *
 * @param title also what a screen reader says
 */
public record Chart(String title, Axis x, Axis y, List<Series> series) {
    public Chart {
        series = List.copyOf(series);
    }

    /** A document of its own that follows the reader's choice of light or dark. */
    public String svg() {
        return new ChartDrawing(this).draw();
    }
}

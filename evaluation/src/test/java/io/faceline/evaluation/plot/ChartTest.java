package io.faceline.evaluation.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class ChartTest {
    private static final Axis SECONDS = Axis.linear("s", 0, 10);
    private static final Axis MEGABYTES = Axis.linear("MB", 0, 200);

    @Test
    void svg_line_goesThroughItsPoints() {
        var chart = new Chart("Memory", SECONDS, MEGABYTES, List.of(Series.line("heap", points())));

        var line = elements(parse(chart), "polyline").get(0);

        // The plot is 560 by 300 pixels from (62, 42).
        assertThat(line.getAttribute("points")).isEqualTo("62,342 342,192 622,42");
        assertThat(line.getAttribute("class")).isEqualTo("line c0");
    }

    @Test
    void svg_dots_haveNoLine() {
        var document = parse(new Chart("Memory", SECONDS, MEGABYTES, List.of(Series.dots("peaks", points()))));

        assertThat(elements(document, "polyline")).isEmpty();
        // Three, and one in the legend.
        assertThat(elements(document, "circle")).hasSize(4);
        assertThat(elements(document, "circle").get(1).getAttribute("cx")).isEqualTo("342");
    }

    @Test
    void svg_guideBetweenSeries_takesNoColour() {
        var guide = Series.guide("limit", points());

        var lines = elements(
                parse(new Chart("Memory", SECONDS, MEGABYTES, List.of(guide, Series.line("heap", points())))),
                "polyline");

        assertThat(lines.get(0).getAttribute("class")).isEqualTo("guide");
        assertThat(lines.get(1).getAttribute("class")).isEqualTo("line c0");
    }

    @Test
    void svg_namesThatAreMarkup_areText() {
        var chart = new Chart("a < b & \"c\"", SECONDS, MEGABYTES, List.of(Series.line("<script>", points())));

        var document = parse(chart);

        assertThat(elements(document, "title").get(0).getTextContent()).isEqualTo("a < b & \"c\"");
        assertThat(elements(document, "script")).isEmpty();
        assertThat(elements(document, "text"))
                .extracting(Element::getTextContent)
                .contains("<script>", "s", "MB", "200");
    }

    private static List<DataPoint> points() {
        return List.of(new DataPoint(0, 0), new DataPoint(5, 100), new DataPoint(10, 200));
    }

    private static Document parse(Chart chart) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(chart.svg())));
        } catch (Exception e) {
            throw new AssertionError("this is no XML: " + chart.svg(), e);
        }
    }

    private static List<Element> elements(Document document, String name) {
        var nodes = document.getElementsByTagName(name);
        var elements = new ArrayList<Element>();
        for (var i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}

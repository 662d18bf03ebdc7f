package io.faceline.benchmarks.soak;

import io.faceline.evaluation.plot.Axis;
import io.faceline.evaluation.plot.Chart;
import io.faceline.evaluation.plot.DataPoint;
import io.faceline.evaluation.plot.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The samples as a table of numbers, as a page and as plots. */
final class SoakReport {
    private static final double THOUSAND = 1000;

    private final List<Sample> samples;
    private final long warmUp;

    /** @param warmUp frames that do not count for trends */
    SoakReport(List<Sample> samples, long warmUp) {
        this.samples = samples;
        this.warmUp = warmUp;
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("soak.csv"), csv());
        Files.writeString(folder.resolve("soak.md"), table());
        Files.writeString(
                folder.resolve("soak.svg"),
                chart(
                        "What the process holds over time",
                        "MB",
                        List.of(Quantity.RESIDENT, Quantity.ANONYMOUS, Quantity.HEAP, Quantity.DIRECT)));
        Files.writeString(
                folder.resolve("soak-handles.svg"),
                chart("Open files and threads over time", "number", List.of(Quantity.OPEN_FILES, Quantity.THREADS)));
    }

    private String csv() {
        var columns = Arrays.stream(Quantity.values())
                .map(quantity -> quantity.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(","));
        return samples.stream()
                .map(sample -> sample.frames() + "," + row(sample))
                .collect(Collectors.joining("\n", "frames," + columns + "\n", "\n"));
    }

    private static String row(Sample sample) {
        return Arrays.stream(Quantity.values())
                .map(quantity -> number(sample.of(quantity)))
                .collect(Collectors.joining(","));
    }

    String table() {
        return Arrays.stream(Quantity.values())
                .map(this::row)
                .collect(Collectors.joining(
                        "\n", """
                | %,d frames | at first | median | last quarter | more for 10,000 frames |
                |---|---|---|---|---|
                """.formatted(samples.get(samples.size() - 1).frames()), "\n"));
    }

    private String row(Quantity quantity) {
        var trend = Trend.of(samples, quantity, warmUp);
        var unit = quantity.unit().isEmpty() ? "" : ", " + quantity.unit();
        return String.format(
                Locale.ROOT,
                "| %s%s | %s | %s | %s | %+.2f |",
                quantity.words(),
                unit,
                number(trend.first()),
                number(trend.median()),
                number(trend.lastQuarter()),
                trend.slope());
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.1f", value);
    }

    private String chart(String title, String label, List<Quantity> quantities) {
        var series = quantities.stream()
                .map(quantity -> Series.line(quantity.words(), points(quantity)))
                .toList();
        var most = quantities.stream().flatMap(quantity -> points(quantity).stream());
        var last = samples.get(samples.size() - 1).frames();
        return new Chart(
                        title,
                        Axis.linear("thousand frames", 0, last / THOUSAND),
                        Axis.fromZero(label, most.mapToDouble(DataPoint::y)),
                        series)
                .svg();
    }

    private List<DataPoint> points(Quantity quantity) {
        return samples.stream()
                .map(sample -> new DataPoint(sample.frames() / THOUSAND, sample.of(quantity)))
                .toList();
    }
}

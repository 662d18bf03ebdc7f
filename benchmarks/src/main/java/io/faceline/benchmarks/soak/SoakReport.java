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

/** Writes the samples as CSV, Markdown and plots. */
final class SoakReport {
    private static final double THOUSAND = 1000;

    private final List<Sample> samples;
    private final long warmUp;

    /** @param warmUp number of frames excluded from trends */
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
                        "Memory over time",
                        "MB",
                        List.of(
                                ProcessMetric.RESIDENT,
                                ProcessMetric.ANONYMOUS,
                                ProcessMetric.HEAP,
                                ProcessMetric.DIRECT)));
        Files.writeString(
                folder.resolve("soak-handles.svg"),
                chart(
                        "Open files and threads over time",
                        "number",
                        List.of(ProcessMetric.OPEN_FILES, ProcessMetric.THREADS)));
    }

    private String csv() {
        var columns = Arrays.stream(ProcessMetric.values())
                .map(metric -> metric.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(","));
        return samples.stream()
                .map(sample -> sample.frames() + "," + row(sample))
                .collect(Collectors.joining("\n", "frames," + columns + "\n", "\n"));
    }

    private static String row(Sample sample) {
        return Arrays.stream(ProcessMetric.values())
                .map(metric -> number(sample.of(metric)))
                .collect(Collectors.joining(","));
    }

    String table() {
        return Arrays.stream(ProcessMetric.values())
                .map(this::row)
                .collect(Collectors.joining(
                        "\n", """
                | %,d frames | first | median | last quarter | growth per 10,000 frames |
                |---|---|---|---|---|
                """.formatted(samples.get(samples.size() - 1).frames()), "\n"));
    }

    private String row(ProcessMetric metric) {
        var trend = Trend.of(samples, metric, warmUp);
        var unit = metric.unit().isEmpty() ? "" : ", " + metric.unit();
        return String.format(
                Locale.ROOT,
                "| %s%s | %s | %s | %s | %+.2f |",
                metric.label(),
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

    private String chart(String title, String label, List<ProcessMetric> metrics) {
        var series = metrics.stream()
                .map(metric -> Series.line(metric.label(), points(metric)))
                .toList();
        var points = metrics.stream().flatMap(metric -> points(metric).stream());
        var last = samples.get(samples.size() - 1).frames();
        return new Chart(
                        title,
                        Axis.linear("thousand frames", 0, last / THOUSAND),
                        Axis.fromZero(label, points.mapToDouble(DataPoint::y)),
                        series)
                .svg();
    }

    private List<DataPoint> points(ProcessMetric metric) {
        return samples.stream()
                .map(sample -> new DataPoint(sample.frames() / THOUSAND, sample.of(metric)))
                .toList();
    }
}

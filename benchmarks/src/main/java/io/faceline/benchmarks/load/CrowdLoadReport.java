package io.faceline.benchmarks.load;

import io.faceline.evaluation.report.Quantiles;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Formats the results of a crowd as rows of a Markdown table. */
final class CrowdLoadReport {
    private final CrowdLoad.Result result;
    private final double loop;

    /** @param loop images per second of the baseline loop */
    CrowdLoadReport(CrowdLoad.Result result, double loop) {
        this.result = result;
        this.loop = loop;
    }

    String rows() {
        var all =
                Stream.concat(result.uploads().stream(), result.live().stream()).toList();
        var answered = all.stream().mapToLong(stats -> stats.delays().size()).sum();
        var perSecond = answered / result.seconds();
        var cores = Runtime.getRuntime().availableProcessors();
        return row("sessions", "%d, half uploading, half live at 1 frame/s, for %.0f s", all.size(), result.seconds())
                + row("answered", "%d, %.1f per second", answered, perSecond)
                + row("relative to the baseline loop", "%.2f (loop %.1f images/s)", perSecond / loop, loop)
                + delays("upload", result.uploads())
                + delays("live", result.live())
                + row(
                        "live frames dropped",
                        "%d of %d",
                        result.live().stream()
                                .mapToLong(ClientStats::droppedCount)
                                .sum(),
                        result.live().stream().mapToLong(ClientStats::sentCount).sum())
                + row("refused", "%s", refusals(all))
                + row(
                        "with unanswered requests",
                        "%d sessions",
                        all.stream().filter(stats -> !stats.isComplete()).count())
                + row(
                        "longest time without faces",
                        "%.1f s in any session",
                        all.stream()
                                .mapToDouble(ClientStats::longestWithoutFaces)
                                .max()
                                .orElseThrow())
                + row(
                        "CPU of the server",
                        "%.0f %% of %d cores; the rest is used by the clients",
                        100 * result.serverCpuSeconds() / result.seconds() / cores,
                        cores);
    }

    private static String delays(String name, List<ClientStats> clients) {
        var delays = new Quantiles(
                clients.stream().flatMap(stats -> stats.delays().stream()).toList());
        return row(
                name + ", latency",
                "p50 %.0f ms, p95 %.0f ms, p99 %.0f ms, max %.0f ms",
                delays.median(),
                delays.at(0.95),
                delays.at(0.99),
                delays.at(1));
    }

    private static Map<String, Long> refusals(List<ClientStats> all) {
        var sum = new TreeMap<String, Long>();
        all.forEach(stats -> stats.refusals().forEach((code, count) -> sum.merge(code, count, Long::sum)));
        return sum;
    }

    private static String row(String name, String format, Object... values) {
        return String.format(Locale.ROOT, "| %s | " + format + " |%n", prepend(name, values));
    }

    private static Object[] prepend(String first, Object... others) {
        return Stream.concat(Stream.of(first), Stream.of(others)).toArray();
    }
}

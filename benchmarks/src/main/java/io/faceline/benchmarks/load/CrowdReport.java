package io.faceline.benchmarks.load;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a crowd saw, as rows of a Markdown table. */
final class CrowdReport {
    private final Crowd.Result result;
    private final double loop;

    /** @param loop images a second of the bare loop */
    CrowdReport(Crowd.Result result, double loop) {
        this.result = result;
        this.loop = loop;
    }

    String rows() {
        var all = Stream.concat(result.uploads().stream(), result.views().stream())
                .toList();
        var answered = all.stream().mapToLong(seen -> seen.delays().size()).sum();
        var perSecond = answered / result.seconds();
        var cores = Runtime.getRuntime().availableProcessors();
        return row("sessions", "%d, half uploading, half live at 1 frame/s, for %.0f s", all.size(), result.seconds())
                + row("answered", "%d, %.1f a second", answered, perSecond)
                + row("of the bare loop", "%.2f (loop %.1f images/s)", perSecond / loop, loop)
                + delays("upload", result.uploads())
                + delays("live", result.views())
                + row(
                        "live frames dropped",
                        "%d of %d",
                        result.views().stream().mapToLong(Seen::droppedCount).sum(),
                        result.views().stream().mapToLong(Seen::sentCount).sum())
                + row("refused", "%s", refusals(all))
                + row(
                        "without any answer",
                        "%d sessions",
                        all.stream().filter(seen -> !seen.isComplete()).count())
                + row(
                        "longest without faces",
                        "%.1f s of any session",
                        all.stream()
                                .mapToDouble(Seen::longestWithoutFaces)
                                .max()
                                .orElseThrow())
                + row(
                        "CPU of the server",
                        "%.0f %% of %d cores; the rest is the visitors'",
                        100 * result.serverCpuSeconds() / result.seconds() / cores,
                        cores);
    }

    private static String delays(String what, List<Seen> some) {
        var delays = Quantiles.of(
                some.stream().flatMap(seen -> seen.delays().stream()).toList());
        return row(
                what + ", answer after",
                "p50 %.0f ms, p95 %.0f ms, p99 %.0f ms, at most %.0f ms",
                delays.median(),
                delays.at(0.95),
                delays.at(0.99),
                delays.at(1));
    }

    private static Map<String, Long> refusals(List<Seen> all) {
        var sum = new TreeMap<String, Long>();
        all.forEach(seen -> seen.refusals().forEach((code, count) -> sum.merge(code, count, Long::sum)));
        return sum;
    }

    private static String row(String what, String format, Object... values) {
        return String.format(Locale.ROOT, "| %s | " + format + " |%n", prepend(what, values));
    }

    private static Object[] prepend(String first, Object... others) {
        return Stream.concat(Stream.of(first), Stream.of(others)).toArray();
    }
}

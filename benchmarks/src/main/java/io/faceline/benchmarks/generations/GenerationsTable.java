package io.faceline.benchmarks.generations;

import io.faceline.benchmarks.generations.MeasureAdding.Added;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Formats the comparison as Markdown. */
public final class GenerationsTable {
    private static final String NAMING = """
            | people | recogniser | photos of them | tested | strangers | no face | decision | right | wrong | strangers named |
            |---|---|---|---|---|---|---|---|---|---|
            """;

    private static final String COST = """
            | people | recogniser | CPU time to learn them | CPU ms a photo |
            |---|---|---|---|
            """;

    private static final String CAPTURE = """
            | frames of | sittings | frames | accepted by the gate | valid at a random time | captured by the rules | of these valid \
            | sittings without a capture |
            |---|---|---|---|---|---|---|---|
            """;

    private GenerationsTable() {}

    public static String of(List<ClosedSetResult> results) {
        var naming = new StringBuilder(NAMING);
        var cost = new StringBuilder(COST);
        for (var result : results) {
            result.named().forEach(decided -> naming.append(row(result, decided)));
            cost.append(line(
                    Integer.toString(result.people()),
                    result.recogniser(),
                    seconds(result.preparation()),
                    format("%.1f", result.msPerPhoto())));
        }
        return naming + "\n" + cost;
    }

    private static String row(ClosedSetResult result, ClosedSetResult.Decided decided) {
        return line(
                Integer.toString(result.people()),
                result.recogniser(),
                Integer.toString(result.photos()),
                Integer.toString(result.tested()),
                Integer.toString(result.strangers()),
                Integer.toString(result.facesNotFound()),
                decided.way(),
                percent(decided.rates().right()),
                percent(decided.rates().wrong()),
                percent(decided.rates().strangersNamed()));
    }

    public static String ofAdded(List<Added> added, int asked) {
        return format(
                "%d of %d new people enrolled and recognised; median, slowest: enrolled %s, recognised in another photo %s%n",
                added.size(), asked, times(added, Added::enrolled), times(added, Added::recognised));
    }

    /** @param results by the kind of frames */
    public static String ofCaptures(Map<String, CaptureResult> results) {
        var table = new StringBuilder(CAPTURE);
        results.forEach((kind, result) -> table.append(line(
                kind,
                Integer.toString(result.sittings()),
                Integer.toString(result.frames()),
                share(result.accepted(), result.frames()),
                share(result.valid(), result.frames()),
                Integer.toString(result.captured()),
                share(result.capturedValid(), result.captured()),
                Integer.toString(result.withoutCapture()))));
        return table.toString();
    }

    private static String share(int part, int whole) {
        return whole == 0 ? "–" : percent((double) part / whole);
    }

    private static String times(List<Added> added, Function<Added, Duration> time) {
        var sorted = added.stream().map(time).sorted().toList();
        return sorted.isEmpty()
                ? "–"
                : seconds(sorted.get(sorted.size() / 2)) + ", " + seconds(sorted.get(sorted.size() - 1));
    }

    static String line(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    static String percent(double share) {
        return format("%.1f %%", 100 * share);
    }

    private static String seconds(Duration time) {
        return format(time.toSeconds() < 10 ? "%.2f s" : "%.0f s", time.toMillis() / 1000.0);
    }

    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }
}

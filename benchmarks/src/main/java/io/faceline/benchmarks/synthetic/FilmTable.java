package io.faceline.benchmarks.synthetic;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Formats scores as Markdown tables, each by the decisions of frames ("own") and of tracks. */
final class FilmTable {
    private static final String KNOWN = """
            | enrolled people | people | frames | found | right, own | right, track | changes/s, own | changes/s, track \
            | wrong, own | wrong, track | missed by the summary |
            |---|---|---|---|---|---|---|---|---|---|---|
            """;

    private static final String STRANGERS = """
            | strangers | people | frames | found | named, own | named, track | changes/s, own | changes/s, track \
            | names invented by the summary |
            |---|---|---|---|---|---|---|---|---|
            """;

    private FilmTable() {}

    static String of(Map<FilmKind, FilmScore> scores) {
        var all = scores.values().stream().reduce(FilmScore.NONE, FilmScore::plus);
        var known = new StringBuilder(KNOWN);
        scores.forEach((kind, score) -> known.append(knownRow(kind.label(), score)));
        known.append(knownRow("**all**", all));
        var strangers = new StringBuilder(STRANGERS);
        scores.forEach((kind, score) -> strangers.append(strangerRow(kind.label(), score)));
        strangers.append(strangerRow("**all**", all));
        return known + "\n" + strangers;
    }

    static String ofHamilton(FilmScore score) {
        return KNOWN + knownRow("hamilton.mp4, close-ups", score) + "\n" + STRANGERS
                + strangerRow("hamilton.mp4, all other faces", score);
    }

    private static String knownRow(String name, FilmScore film) {
        var score = film.known();
        return row(List.of(
                name,
                Integer.toString(score.people()),
                Integer.toString(score.shown()),
                percent(score.found(), score.shown()),
                percent(score.own().right(), score.found()),
                percent(score.track().right(), score.found()),
                perSecond(score.own(), score),
                perSecond(score.track(), score),
                Integer.toString(score.own().wrong()),
                Integer.toString(score.track().wrong()),
                Integer.toString(film.missed())));
    }

    private static String strangerRow(String name, FilmScore film) {
        var score = film.strangers();
        return row(List.of(
                name,
                Integer.toString(score.people()),
                Integer.toString(score.shown()),
                percent(score.found(), score.shown()),
                Integer.toString(score.own().wrong()),
                Integer.toString(score.track().wrong()),
                perSecond(score.own(), score),
                perSecond(score.track(), score),
                Integer.toString(film.invented())));
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String percent(int part, int whole) {
        return whole == 0 ? "–" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
    }

    private static String perSecond(Naming naming, Score score) {
        return score.seconds() == 0 ? "–" : String.format(Locale.ROOT, "%.2f", naming.changes() / score.seconds());
    }
}

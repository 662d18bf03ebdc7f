package io.faceline.evaluation.recognisability;

import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.evaluation.recognisability.MeasureRecognisability.PoorResult;
import io.faceline.evaluation.report.Markdown;
import io.faceline.evaluation.search.Reliability;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** The page about recognisability, in Markdown. All rates are in %. */
final class RecognisabilityPage {
    private static final double PERCENT = 100;
    private static final double GOAL = 0.5;
    private static final int WORST_PAIRS = 6;

    private final Markdown page = new Markdown();

    RecognisabilityPage(MatchingFacts model, String command) {
        page.heading("Measured");
        page.paragraph(
                "FPIR / FNIR in %%: strangers' faces that were named, and known faces that were not named rightly, of the"
                        + " faces that were found. *Similarity* decides by match threshold %.3f and margin %.2f alone,"
                        + " *pairs* by the rule above. Embedder `%s`, made by",
                model.thresholds().match(), model.thresholds().margin(), model.modelId());
        page.code(command);
    }

    void write(Compared clean, List<PoorResult> poor, int people, int splits) {
        page.paragraph("**%d people enrolled with one photo each, %d splits.**", people, splits);
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(
                "clean", "", cell(clean.today()), cell(clean.ours()), "", "", "", "", "", "", strangers(clean)));
        poor.forEach(result -> rows.add(row(result.level())));
        page.table(
                List.of(
                        "level",
                        "found, with margin",
                        "probe, similarity",
                        "probe, pairs",
                        "reference, similarity",
                        "reference, pairs",
                        "both, similarity",
                        "both, pairs",
                        "warned",
                        "refused",
                        "strangers' faces searched"),
                rows);
        page.paragraph(
                "**Few poor references among %d** (FPIR, probes of the same level; similarity → pairs).", people);
        write(poor, PoorResult::few);
        page.paragraph("**Galleries in which all are poor, probes as well** (FPIR; similarity → pairs).");
        write(poor, PoorResult::small);
    }

    private static List<String> row(LevelResult level) {
        return List.of(
                level.level(),
                String.format(Locale.ROOT, "%.0f, %.0f", PERCENT * level.foundAtOnce(), PERCENT * level.found()),
                cell(level.probe().today()),
                cell(level.probe().ours()),
                cell(level.reference().today()),
                cell(level.reference().ours()),
                cell(level.both().today()),
                cell(level.both().ours()),
                String.format(Locale.ROOT, "%.1f", PERCENT * level.warned()),
                String.format(Locale.ROOT, "%.1f", PERCENT * level.refused()),
                strangers(level.both()));
    }

    private static String cell(Rates rates) {
        return String.format(Locale.ROOT, "%.2f / %.1f", rates.fpir(), rates.fnir());
    }

    private static String strangers(Compared compared) {
        return String.valueOf(compared.ours().strangers());
    }

    /** A column for each comparison; empty cells where a level has too few faces for it. */
    private void write(List<PoorResult> poor, Function<PoorResult, List<Compared>> part) {
        var columns = poor.stream()
                .flatMap(result -> part.apply(result).stream())
                .map(Compared::row)
                .distinct()
                .toList();
        var rows = poor.stream()
                .map(result -> Stream.concat(
                                Stream.of(result.level().level()),
                                columns.stream().map(column -> cell(part.apply(result), column)))
                        .toList())
                .toList();
        page.table(Stream.concat(Stream.of("level"), columns.stream()).toList(), rows);
    }

    private static String cell(List<Compared> compared, String column) {
        return compared.stream()
                .filter(one -> one.row().equals(column))
                .findFirst()
                .map(RecognisabilityPage::fpir)
                .orElse("");
    }

    private static String fpir(Compared one) {
        return String.format(
                Locale.ROOT, "%.2f → %.2f", one.today().fpir(), one.ours().fpir());
    }

    /** @param pairs of levels */
    void write(List<Compared> pairs, int people) {
        pairs.sort(Comparator.comparingDouble((Compared pair) -> pair.ours().fpir())
                .reversed());
        page.paragraph(
                "**One level among another**, %d people: of %d pairs of levels %d have an FPIR above %.1f by similarity,"
                        + " %d by pairs. The worst:",
                people,
                pairs.size(),
                pairs.stream().filter(pair -> pair.today().fpir() > GOAL).count(),
                GOAL,
                pairs.stream().filter(pair -> pair.ours().fpir() > GOAL).count());
        page.table(
                List.of("probes among references", "FPIR, similarity → pairs"),
                pairs.subList(0, Math.min(WORST_PAIRS, pairs.size())).stream()
                        .map(pair -> List.of(pair.row(), fpir(pair)))
                        .toList());
    }

    void writeOthers(List<OtherFaces.Result> others) {
        if (others.isEmpty()) {
            return;
        }
        page.paragraph("**Other people**, each with one photo; half are enrolled, the others are strangers.");
        page.table(
                List.of("photos", "FPIR, similarity → pairs", "strangers' faces searched", "left out as seen before"),
                others.stream()
                        .map(one -> List.of(
                                one.compared().row(),
                                fpir(one.compared()),
                                strangers(one.compared()),
                                String.valueOf(one.leftOut())))
                        .toList());
    }

    void writeSizes(List<Compared> sizes) {
        page.paragraph("**Clean photos by number of people** (FPIR / FNIR).");
        page.table(
                List.of("gallery", "similarity", "pairs", "strangers' faces searched"),
                sizes.stream()
                        .map(one -> List.of(one.row(), cell(one.today()), cell(one.ours()), strangers(one)))
                        .toList());
    }

    void write(QualityCurve curve) {
        page.paragraph("**Known faces named rightly among clean references, by quality of the probe**, all levels.");
        var rows = new ArrayList<List<String>>();
        for (var bin = 0; bin < curve.bins(); bin++) {
            rows.add(List.of(
                    String.format(
                            Locale.ROOT,
                            bin == 0 ? "below %.1f" : "from %.1f",
                            bin == 0 ? curve.from(1) : curve.from(bin)),
                    String.format(Locale.ROOT, "%.1f", PERCENT * curve.share(bin)),
                    String.valueOf(curve.searched(bin))));
        }
        page.table(List.of("quality", "named rightly, %", "searched"), rows);
    }

    void writeConfidence(Reliability reliability, int people) {
        page.paragraph(
                "**Confidence** of the best candidate, clean photos, %d people, about as many searches of strangers as of"
                        + " known people: expected calibration error %.1f %%.",
                people, PERCENT * reliability.expectedError());
    }

    void writeTested(List<Compared> both, int people) {
        page.paragraph(
                "**People of the test alone**, on whom nothing was tuned: %d enrolled, poor photos on both sides"
                        + " (FPIR / FNIR).",
                people);
        page.table(
                List.of("level", "similarity", "pairs", "strangers' faces searched"),
                both.stream()
                        .map(one -> List.of(one.row(), cell(one.today()), cell(one.ours()), strangers(one)))
                        .toList());
    }

    void writeTime(double millisPerFace) {
        page.paragraph("**Time** to measure a face: %.4f ms on one thread of this machine.", millisPerFace);
    }

    @Override
    public String toString() {
        return page.toString();
    }
}

package io.faceline.evaluation.report;

import io.faceline.evaluation.AccuracyReport;
import io.faceline.evaluation.degradation.LevelRates;
import io.faceline.evaluation.degradation.SeriesRates;
import io.faceline.evaluation.plot.Axis;
import io.faceline.evaluation.plot.Chart;
import io.faceline.evaluation.plot.DataPoint;
import io.faceline.evaluation.plot.Series;
import io.faceline.evaluation.search.OpenSetCurve;
import io.faceline.evaluation.search.Reliability;
import io.faceline.evaluation.verification.ErrorPoint;
import io.faceline.evaluation.verification.RocCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The plots. All rates in percent. */
final class Charts {
    private static final double ALL = 100;

    /** Fewer pairs or faces are chance, and are left to the tables. */
    private static final int LEAST_TO_DRAW = 10;

    private Charts() {}

    static Chart roc(AccuracyReport report) {
        var series = new ArrayList<Series>();
        report.listedPairs().ifPresent(roc -> series.add(Series.line("the listed pairs", trueAccepts(roc))));
        series.add(Series.line("all pairs", trueAccepts(report.allPairs())));
        series.add(Series.dots(
                "all pairs, at the verify threshold",
                trueAccepts(List.of(report.allPairs().atVerify()))));
        return new Chart(
                "Is it the same person?",
                Axis.logarithmic("false accept rate, %", decade(leastFalseAccepts(report)), ALL),
                Axis.linear("true accept rate, %", lowestTrueAccepts(report), ALL),
                series);
    }

    private static double leastFalseAccepts(AccuracyReport report) {
        return ALL * LEAST_TO_DRAW / report.allPairs().pairsOfTwo();
    }

    private static List<DataPoint> trueAccepts(RocCurve roc) {
        return trueAccepts(roc.points().stream()
                .filter(point -> point.falsePositive() * roc.pairsOfTwo() >= LEAST_TO_DRAW)
                .toList());
    }

    /** So that the part between 90 and 100 % can be read, unless there is something below. */
    private static double lowestTrueAccepts(AccuracyReport report) {
        var lowest = trueAccepts(report.allPairs()).stream()
                .mapToDouble(DataPoint::y)
                .min()
                .orElse(0);
        return Math.min(90, 10 * Math.floor(lowest / 10));
    }

    private static List<DataPoint> trueAccepts(List<ErrorPoint> points) {
        return points.stream()
                .map(point -> new DataPoint(ALL * point.falsePositive(), ALL * (1 - point.falseNegative())))
                .toList();
    }

    static Chart openSet(OpenSetCurve curve, int strangers) {
        var points = curve.points().stream()
                .map(point -> new DataPoint(ALL * point.falsePositive(), ALL * point.falseNegative()))
                .toList();
        var series = new ArrayList<>(List.of(Series.line("by threshold, without a margin", points)));
        var decided = curve.decided();
        if (decided.fpir() != null && decided.fnir() != null) {
            var shipped = new DataPoint(ALL * decided.fpir(), ALL * decided.fnir());
            series.add(Series.dots("the catalog's threshold and margin", List.of(shipped)));
        }
        return new Chart(
                "Who is it, and who is a stranger?",
                Axis.logarithmic("strangers named (FPIR), %", decade(ALL / strangers), ALL),
                Axis.fromZero(
                        "enrolled people not named (FNIR), %", points.stream().mapToDouble(DataPoint::y)),
                series);
    }

    private static double decade(double value) {
        return Math.pow(10, Math.floor(Math.log10(Math.min(value, 1))));
    }

    static Chart reliability(AccuracyReport report) {
        return new Chart(
                "Does a match confidence hold?",
                Axis.linear("match confidence, mean of the tenth", 0, 1),
                Axis.linear("right best candidates, share", 0, 1),
                List.of(
                        Series.guide("as it should be", List.of(new DataPoint(0, 0), new DataPoint(1, 1))),
                        Series.dottedLine("photos as they are", bins(report.undegraded())),
                        Series.dottedLine("photos made worse", bins(report.degraded()))));
    }

    private static List<DataPoint> bins(Reliability reliability) {
        return reliability.bins().stream()
                .filter(bin -> bin.trials() >= LEAST_TO_DRAW)
                .map(bin -> new DataPoint(bin.meanConfidence(), bin.shareRight()))
                .toList();
    }

    static Chart degradation(String title, SeriesRates series) {
        return new Chart(
                title,
                Axis.named(
                        series.unit(),
                        series.levels().stream().map(LevelRates::level).toList()),
                Axis.linear("% of the photos", 0, ALL),
                List.of(
                        byLevel(series, "no face found", it -> 1 - (double) it.facesFound() / it.photos()),
                        byLevel(
                                series,
                                "enrolled people not named (FNIR)",
                                it -> orNone(it.decided().fnir())),
                        byLevel(
                                series,
                                "strangers named (FPIR)",
                                it -> orNone(it.decided().fpir())),
                        byLevel(series, "mean confidence, enrolled people", Charts::confidence)));
    }

    private static Series byLevel(SeriesRates series, String name, ToDoubleFunction<LevelRates> rate) {
        return Series.dottedLine(
                name,
                IntStream.range(0, series.levels().size())
                        .mapToObj(i -> new DataPoint(
                                i, ALL * rate.applyAsDouble(series.levels().get(i))))
                        .filter(point -> Double.isFinite(point.y()))
                        .toList());
    }

    private static double confidence(LevelRates level) {
        return level.facesFound() == 0 ? Double.NaN : level.knownConfidence();
    }

    private static double orNone(@Nullable Double rate) {
        return rate == null ? Double.NaN : rate;
    }
}

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

/** Creates the charts of the report, with rates in percent. */
final class Charts {
    private static final double PERCENT = 100;

    /** Points of fewer pairs or faces are noise and are not drawn. */
    private static final int MIN_COUNT_TO_DRAW = 10;

    private Charts() {}

    static Chart roc(AccuracyReport report) {
        var series = new ArrayList<Series>();
        report.listedPairs().ifPresent(roc -> series.add(Series.line("the listed pairs", trueAccepts(roc))));
        series.add(Series.line("all pairs", trueAccepts(report.allPairs())));
        series.add(Series.dots(
                "all pairs, at the verify threshold",
                trueAccepts(List.of(report.allPairs().atVerify()))));
        return new Chart(
                "Verification",
                Axis.logarithmic("false accept rate, %", decade(minFalseAcceptRate(report)), PERCENT),
                Axis.linear("true accept rate, %", minTrueAcceptRate(report), PERCENT),
                series);
    }

    private static double minFalseAcceptRate(AccuracyReport report) {
        return PERCENT * MIN_COUNT_TO_DRAW / report.allPairs().pairsOfTwo();
    }

    private static List<DataPoint> trueAccepts(RocCurve roc) {
        return trueAccepts(roc.points().stream()
                .filter(point -> point.falsePositive() * roc.pairsOfTwo() >= MIN_COUNT_TO_DRAW)
                .toList());
    }

    /** At most 90 %, so that the part from 90 to 100 % is readable. */
    private static double minTrueAcceptRate(AccuracyReport report) {
        var lowest = trueAccepts(report.allPairs()).stream()
                .mapToDouble(DataPoint::y)
                .min()
                .orElse(0);
        return Math.min(90, 10 * Math.floor(lowest / 10));
    }

    private static List<DataPoint> trueAccepts(List<ErrorPoint> points) {
        return points.stream()
                .map(point -> new DataPoint(PERCENT * point.falsePositive(), PERCENT * (1 - point.falseNegative())))
                .toList();
    }

    static Chart openSet(OpenSetCurve curve, int strangers) {
        var points = curve.points().stream()
                .map(point -> new DataPoint(PERCENT * point.falsePositive(), PERCENT * point.falseNegative()))
                .toList();
        var series = new ArrayList<>(List.of(Series.line("by threshold, without a margin", points)));
        var decided = curve.decided();
        if (decided.fpir() != null && decided.fnir() != null) {
            var shipped = new DataPoint(PERCENT * decided.fpir(), PERCENT * decided.fnir());
            series.add(Series.dots("the catalog's threshold and margin", List.of(shipped)));
        }
        return new Chart(
                "Open-set identification",
                Axis.logarithmic("false positive identification rate (FPIR), %", decade(PERCENT / strangers), PERCENT),
                Axis.fromZero(
                        "false negative identification rate (FNIR), %",
                        points.stream().mapToDouble(DataPoint::y)),
                series);
    }

    private static double decade(double value) {
        return Math.pow(10, Math.floor(Math.log10(Math.min(value, 1))));
    }

    static Chart reliability(AccuracyReport report) {
        return new Chart(
                "Reliability of match confidence",
                Axis.linear("match confidence, mean of the bin", 0, 1),
                Axis.linear("share of correct best candidates", 0, 1),
                List.of(
                        Series.guide("ideal", List.of(new DataPoint(0, 0), new DataPoint(1, 1))),
                        Series.dottedLine("original photos", bins(report.undegraded())),
                        Series.dottedLine("degraded photos", bins(report.degraded()))));
    }

    private static List<DataPoint> bins(Reliability reliability) {
        return reliability.bins().stream()
                .filter(bin -> bin.trials() >= MIN_COUNT_TO_DRAW)
                .map(bin -> new DataPoint(bin.meanConfidence(), bin.shareRight()))
                .toList();
    }

    static Chart degradation(String title, SeriesRates series) {
        return new Chart(
                title,
                Axis.named(
                        series.unit(),
                        series.levels().stream().map(LevelRates::level).toList()),
                Axis.linear("% of the photos", 0, PERCENT),
                List.of(
                        byLevel(series, "no face found", level -> 1 - (double) level.facesFound() / level.photos()),
                        byLevel(series, "FNIR", level -> orNaN(level.decided().fnir())),
                        byLevel(series, "FPIR", level -> orNaN(level.decided().fpir())),
                        byLevel(series, "mean confidence, enrolled people", Charts::confidence)));
    }

    private static Series byLevel(SeriesRates series, String name, ToDoubleFunction<LevelRates> rate) {
        return Series.dottedLine(
                name,
                IntStream.range(0, series.levels().size())
                        .mapToObj(i -> new DataPoint(
                                i, PERCENT * rate.applyAsDouble(series.levels().get(i))))
                        .filter(point -> Double.isFinite(point.y()))
                        .toList());
    }

    private static double confidence(LevelRates level) {
        return level.facesFound() == 0 ? Double.NaN : level.knownConfidence();
    }

    private static double orNaN(@Nullable Double rate) {
        return rate == null ? Double.NaN : rate;
    }
}

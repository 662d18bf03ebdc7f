package io.faceline.evaluation.learning;

import io.faceline.contracts.catalog.Calibration;
import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.evaluation.calibration.PlattFit;
import io.faceline.evaluation.calibration.TopOneTrial;
import io.faceline.evaluation.learning.PairParameters.Deficit;
import io.faceline.evaluation.learning.TuningRows.Searched;
import io.faceline.evaluation.learning.TuningRows.Side;
import io.faceline.evaluation.recognisability.Draw;
import io.faceline.evaluation.recognisability.Found;
import io.faceline.evaluation.recognisability.Found.Truth;
import io.faceline.evaluation.recognisability.LevelSet;
import io.faceline.evaluation.recognisability.NamingRule;
import io.faceline.evaluation.recognisability.OtherFaces;
import io.faceline.evaluation.recognisability.PhotoSet;
import io.faceline.evaluation.recognisability.QualityCurve;
import io.faceline.evaluation.recognisability.Quantile;
import io.faceline.evaluation.recognisability.Row;
import io.faceline.evaluation.recognisability.Similarities;
import io.faceline.evaluation.sampling.OtherPeople;
import io.faceline.evaluation.sampling.PeopleSamples;
import io.faceline.evaluation.sampling.SampledFace;
import io.faceline.matcher.recognisability.FoundShare;
import io.faceline.matcher.recognisability.Limits;
import io.faceline.matcher.recognisability.Measures;
import io.faceline.matcher.recognisability.PairRule;
import io.faceline.matcher.recognisability.Recognisability;
import io.faceline.matcher.recognisability.RecognisabilityFacts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/**
 * Learns the measures from poor faces, tunes the rule for pairs on people who are searched in galleries, and fits the
 * calibration. Deterministic for a seed.
 */
final class LearnRecognisability {
    private static final int SPLITS = 10;
    private static final int CALIBRATION_PEOPLE = 100;
    private static final int CALIBRATION_SPLITS = 20;

    /** Stands for what is not known before the rule is tuned. */
    private static final FoundShare NOT_MEASURED = new FoundShare(0, 1, List.of(0.0));

    /** Share of the known found below the quality of which a face is of no use. */
    private static final double HOPELESS = 0.002;

    /** Share of clean photos that are warned of. */
    private static final double WARNED = 0.002;

    private static final double QUALITY_STEP = 0.25;
    private static final double LOWEST_QUALITY = -6;

    private final MatchingFacts model;
    private final String learnedFrom;
    private final long seed;
    private final Consumer<String> progress;

    LearnRecognisability(MatchingFacts model, String learnedFrom, long seed, Consumer<String> progress) {
        this.model = model;
        this.learnedFrom = learnedFrom;
        this.seed = seed;
        this.progress = progress;
    }

    /**
     * @param tuned faces of the people whom the rule is tuned on, by level
     * @param others people who appear once, whom it is tuned on as well
     */
    RecognisabilityFacts run(
            PoorSamples samples,
            PhotoSet photos,
            Map<String, List<SampledFace>> tuned,
            Map<OtherPeople, List<SampledFace>> others) {
        var measures = LearnedMeasures.of(samples, seed);
        progress.accept("learned the measures");
        var untuned = untuned(measures, unpaired());
        var recognisability = new Recognisability(untuned);
        var levels = LevelSet.of(photos, tuned, recognisability);
        var rows = TuningRows.of(levels, faces(others, recognisability), SPLITS, seed);
        progress.accept(
                "searched " + rows.stream().mapToInt(row -> row.found().size()).sum() + " faces to tune on");
        var tune = new TunePairRule(rows, model.thresholds(), parameters -> untuned(measures, parameters));
        var parameters = tune.from(start(levels));
        progress.accept("tuned " + parameters);
        var rule = new Recognisability(untuned(measures, parameters)).rule();
        return measures.with(
                model.modelId(),
                learnedFrom,
                parameters,
                calibration(levels, rule),
                limits(levels, rows),
                found(rows, rule));
    }

    private static Map<OtherPeople, OtherFaces> faces(
            Map<OtherPeople, List<SampledFace>> others, Recognisability recognisability) {
        var faces = new EnumMap<OtherPeople, OtherFaces>(OtherPeople.class);
        others.forEach((people, own) -> faces.put(
                people, OtherFaces.of(people.title(), OtherFaces.parts(own, PeopleSamples.TUNED), recognisability)));
        return faces;
    }

    /** The facts without what is learned after the rule for pairs, and does not decide whom it names. */
    private RecognisabilityFacts untuned(LearnedMeasures measures, PairParameters parameters) {
        var limits = new Limits(0, 0, 0);
        return measures.with(model.modelId(), learnedFrom, parameters, model.calibration(), limits, NOT_MEASURED);
    }

    /** Of photos of all levels, searched among clean references. */
    private FoundShare found(List<Searched> rows, PairRule rule) {
        var curve =
                new QualityCurve(NamingRule.adjusted(rule, model.thresholds().margin()));
        rows.stream()
                .filter(row -> row.side() == Side.NONE || row.side() == Side.PROBE)
                .forEach(row -> row.found().forEach(curve::add));
        return curve.foundShare();
    }

    private static PairParameters unpaired() {
        var none = new Deficit(0, 1, 0);
        return new PairParameters(none, none, none, none, 0, 1, 0, 1, 0);
    }

    /** From the experiment that this follows: which share of clean photos has a deficit, and what it costs. */
    private static PairParameters start(LevelSet levels) {
        return new PairParameters(
                deficit(levels, Measures::turned, 0.05, 0.10),
                deficit(levels, Measures::covered, 0.10, 0.10),
                deficit(levels, Measures::eyes, 0.20, 0.05),
                deficit(levels, Measures::coarse, 0.20, 0.07),
                0.9,
                0.28,
                0.036,
                0.467,
                0.023);
    }

    private static Deficit deficit(LevelSet levels, ToDoubleFunction<Measures> measure, double share, double slope) {
        var start = Quantile.of(levels.clean(), measure, share);
        return new Deficit(start, start - Quantile.of(levels.clean(), measure, 0.01), slope);
    }

    private Limits limits(LevelSet levels, List<Searched> rows) {
        var hopeless = hopeless(rows);
        return new Limits(hopeless, Quantile.of(levels.clean(), Measures::quality, WARNED), hopeless);
    }

    /** The highest quality below which hardly any known probe is named rightly among clean references. */
    private double hopeless(List<Searched> rows) {
        var plain = NamingRule.plain(model.thresholds());
        var known = rows.stream()
                .filter(row -> row.side() == Side.PROBE)
                .flatMap(row -> row.found().stream())
                .filter(found -> found.truth() != Truth.STRANGER)
                .toList();
        var limit = LOWEST_QUALITY;
        while (share(known, limit + QUALITY_STEP, plain) < HOPELESS) {
            limit += QUALITY_STEP;
        }
        return limit;
    }

    private static double share(List<Found> known, double below, NamingRule rule) {
        return known.stream()
                .filter(found -> found.probe().quality() < below)
                .mapToDouble(found -> found.truth() == Truth.RIGHT && rule.names(found) ? 1 : 0)
                .average()
                .orElse(0);
    }

    /** On clean photos, as many of strangers as of known people. */
    private Calibration calibration(LevelSet levels, PairRule rule) {
        var similarities = Similarities.of(levels.clean(), levels.clean());
        // Others must be left as strangers.
        var people = (int) levels.photos().people().stream().distinct().count();
        var enrolled = Math.min(CALIBRATION_PEOPLE, people / 2);
        var row = Row.of("calibration", levels.clean(), levels.clean(), similarities, enrolled);
        var trials = new ArrayList<TopOneTrial>();
        for (var draw : Draw.all(levels.photos(), CALIBRATION_SPLITS, seed)) {
            var found = new ArrayList<Found>();
            row.run(levels.photos(), List.of(draw), found::add);
            var known =
                    found.stream().filter(one -> one.truth() != Truth.STRANGER).toList();
            var strangers =
                    found.stream().filter(one -> one.truth() == Truth.STRANGER).toList();
            known.forEach(
                    one -> trials.add(new TopOneTrial(NamingRule.adjusted(rule, one), one.truth() == Truth.RIGHT)));
            strangers
                    .subList(0, Math.min(known.size(), strangers.size()))
                    .forEach(one -> trials.add(new TopOneTrial(NamingRule.adjusted(rule, one), false)));
        }
        return PlattFit.of(trials).forGalleryOf(CALIBRATION_PEOPLE);
    }
}

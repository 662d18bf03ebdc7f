package io.faceline.evaluation.recognisability;

import io.faceline.contracts.face.Thresholds;
import io.faceline.evaluation.recognisability.Found.Truth;
import io.faceline.evaluation.recognisability.LevelFaces.MeasuredFace;
import io.faceline.evaluation.search.Reliability;
import io.faceline.evaluation.search.ScoredTrial;
import io.faceline.matcher.recognisability.Recognisability;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Measures the rule for pairs against similarity alone, with poor photos on one side, on the other and on both. */
final class MeasureRecognisability {
    private static final List<Integer> FEW = List.of(1, 10, 100);
    private static final int CURVE_SPLITS = 4;
    private static final double MAX_SHARE = 0.8;
    private static final List<Integer> SMALL = List.of(2, 5, 10, 25, 50, 100, 250);

    private final LevelSet levels;
    private final NamingRule today;
    private final NamingRule ours;
    private final Recognisability recognisability;
    private final List<Draw> draws;
    private final int people;
    private final Consumer<String> progress;

    /** @param people number of people enrolled */
    MeasureRecognisability(
            LevelSet levels,
            Thresholds thresholds,
            Recognisability recognisability,
            int people,
            int splits,
            long seed,
            Consumer<String> progress) {
        this.levels = levels;
        this.today = NamingRule.plain(thresholds);
        this.ours = NamingRule.adjusted(recognisability.rule(), thresholds.margin());
        this.recognisability = recognisability;
        this.draws = Draw.all(levels.photos(), splits, seed);
        this.people = people;
        this.progress = progress;
    }

    /** Each poor level on each side, and few poor photos and small galleries. */
    List<PoorResult> poor() {
        var results = new ArrayList<PoorResult>();
        for (var poor : levels.poor()) {
            var toClean = Similarities.of(poor, levels.clean());
            var toPoor = Similarities.of(poor, poor);
            results.add(new PoorResult(level(poor, toClean, toPoor), few(poor, toClean, toPoor), small(poor, toPoor)));
            progress.accept("searched " + poor.level());
        }
        return results;
    }

    /**
     * One level.
     *
     * @param few with 1, 10 and 100 poor references among clean ones
     * @param small with 2 to 250 people, all poor
     */
    record PoorResult(LevelResult level, List<Compared> few, List<Compared> small) {
        PoorResult {
            few = List.copyOf(few);
            small = List.copyOf(small);
        }
    }

    private LevelResult level(LevelFaces poor, Similarities toClean, Similarities toPoor) {
        var clean = levels.clean();
        var poorPeople = people(poor);
        return new LevelResult(
                poorPeople < people ? poor.level() + " (" + poorPeople + " enrolled)" : poor.level(),
                share(poor, face -> !face.isPadded()),
                share(poor, face -> true),
                run(Row.of("probe", poor, clean, toClean, people)),
                run(Row.of("reference", clean, poor, Similarities.of(clean, poor), poorPeople)),
                run(Row.of("both", poor, poor, toPoor, poorPeople)),
                below(poor, recognisability.rule().limits().warned()),
                below(poor, recognisability.rule().limits().refused()));
    }

    private double share(LevelFaces level, Predicate<MeasuredFace> is) {
        return (double) level.faces().stream()
                        .filter(face -> face.filter(is).isPresent())
                        .count()
                / level.faces().size();
    }

    private static double below(LevelFaces level, double quality) {
        return level.faces().stream()
                .flatMap(Optional::stream)
                .mapToDouble(face -> face.measures().quality() < quality ? 1 : 0)
                .average()
                .orElse(0);
    }

    /** How many are enrolled of a level at which faces are rarely found, so that strangers are left. */
    private int people(LevelFaces references) {
        return Math.min(people, (int) (MAX_SHARE * levels.photos().people(references)));
    }

    private List<Compared> few(LevelFaces poor, Similarities toClean, Similarities toPoor) {
        return FEW.stream()
                .filter(few -> few < people)
                .map(few -> run(Row.mixed(
                        few + " poor",
                        poor,
                        new Row.Part(poor, toPoor, few),
                        new Row.Part(levels.clean(), toClean, people - few))))
                .toList();
    }

    private List<Compared> small(LevelFaces poor, Similarities toPoor) {
        return SMALL.stream()
                .filter(size -> size <= people(poor))
                .map(size -> run(Row.of(size + " people", poor, poor, toPoor, size)))
                .toList();
    }

    /** Clean photos in galleries of these sizes. */
    List<Compared> clean(List<Integer> sizes) {
        var similarities = Similarities.of(levels.clean(), levels.clean());
        return sizes.stream()
                .map(size -> run(Row.of(size + " people", levels.clean(), levels.clean(), similarities, size)))
                .toList();
    }

    /** Each poor level searched among each other poor level. */
    List<Compared> across(int splits) {
        var results = new ArrayList<Compared>();
        for (var probes : levels.poor()) {
            for (var references : levels.poor()) {
                if (!probes.level().equals(references.level())) {
                    var compared = Compared.of(probes.level() + " among " + references.level(), today, ours);
                    var row = Row.of(
                            compared.row(),
                            probes,
                            references,
                            Similarities.of(probes, references),
                            people(references));
                    row.run(levels.photos(), draws.subList(0, Math.min(splits, draws.size())), compared::add);
                    results.add(compared);
                }
            }
            progress.accept("searched " + probes.level() + " among all others");
        }
        return results;
    }

    /** Clean photos and each level with poor photos on both sides. */
    List<Compared> bothSides() {
        var results = new ArrayList<Compared>();
        results.add(named("clean", clean(List.of(people)).get(0)));
        for (var poor : levels.poor()) {
            results.add(run(Row.of(poor.level(), poor, poor, Similarities.of(poor, poor), people(poor))));
        }
        return results;
    }

    private static Compared named(String name, Compared compared) {
        return new Compared(name, compared.today(), compared.ours());
    }

    /** All levels and clean photos among clean references. */
    QualityCurve qualityCurve() {
        var curve = new QualityCurve(ours);
        for (var probes : all()) {
            Row.of(probes.level(), probes, levels.clean(), Similarities.of(probes, levels.clean()), people)
                    .run(levels.photos(), draws.subList(0, Math.min(CURVE_SPLITS, draws.size())), curve::add);
        }
        return curve;
    }

    private List<LevelFaces> all() {
        var all = new ArrayList<>(levels.poor());
        all.add(levels.clean());
        return all;
    }

    /** The confidences of the best candidates of clean photos, as many of strangers as of known people. */
    Reliability reliability() {
        var found = new ArrayList<Found>();
        Row.of("confidence", levels.clean(), levels.clean(), Similarities.of(levels.clean(), levels.clean()), people)
                .run(levels.photos(), draws, found::add);
        var trials = new ArrayList<>(trials(found, false));
        var strangers = trials(found, true);
        var step = Math.max(1, strangers.size() / Math.max(1, trials.size()));
        for (var i = 0; i < strangers.size(); i += step) {
            trials.add(strangers.get(i));
        }
        return Reliability.of(trials);
    }

    private List<ScoredTrial> trials(List<Found> found, boolean ofStrangers) {
        var rule = recognisability.rule();
        return found.stream()
                .filter(one -> (one.truth() == Truth.STRANGER) == ofStrangers)
                .map(one -> new ScoredTrial(
                        rule.confidence(NamingRule.adjusted(rule, one), one.people()), one.truth() == Truth.RIGHT))
                .toList();
    }

    private Compared run(Row row) {
        var compared = Compared.of(row.name(), today, ours);
        row.run(levels.photos(), draws, compared::add);
        return compared;
    }
}

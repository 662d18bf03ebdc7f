package io.faceline.evaluation.learning;

import io.faceline.evaluation.recognisability.Draw;
import io.faceline.evaluation.recognisability.Found;
import io.faceline.evaluation.recognisability.LevelFaces;
import io.faceline.evaluation.recognisability.LevelSet;
import io.faceline.evaluation.recognisability.OtherFaces;
import io.faceline.evaluation.recognisability.Row;
import io.faceline.evaluation.recognisability.Similarities;
import io.faceline.evaluation.sampling.OtherPeople;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The searches that the rule for pairs is tuned on, searched once for all rules. */
final class TuningRows {
    /** In %. */
    private static final double MAX_FPIR = 0.5;

    private static final int MAX_PEOPLE = 300;

    /** Of the people, so that enough strangers are left. */
    private static final double MAX_SHARE = 0.4;

    private static final double MAX_CLEAN_SHARE = 0.8;
    private static final List<Integer> CLEAN_PEOPLE = List.of(10, 30, 100, 600);
    private static final List<Integer> SMALL_GALLERIES = List.of(10, 50);
    private static final List<Integer> FEW = List.of(1, 10);

    /**
     * The searches of one row.
     *
     * @param side whose photos are poor
     * @param maxFpir the goal in %
     */
    record Searched(String name, Side side, double maxFpir, List<Found> found) {}

    /** Which photos are poor. */
    enum Side {
        NONE,
        PROBE,
        REFERENCE,
        BOTH
    }

    private final LevelSet levels;
    private final int splits;
    private final long seed;
    private final List<Draw> draws;
    private final int allPeople;
    private final List<Searched> rows = new ArrayList<>();

    private TuningRows(LevelSet levels, int splits, long seed) {
        this.levels = levels;
        this.splits = splits;
        this.seed = seed;
        this.draws = Draw.all(levels.photos(), splits, seed);
        this.allPeople = levels.photos().byPerson().size();
    }

    /** @param others people who appear once, by what is known of them */
    static List<Searched> of(LevelSet levels, Map<OtherPeople, OtherFaces> others, int splits, long seed) {
        var rows = new TuningRows(levels, splits, seed);
        rows.addClean();
        levels.poor().forEach(rows::addPoor);
        others.forEach(rows::addOthers);
        return rows.rows;
    }

    private void addClean() {
        var similarities = Similarities.of(levels.clean(), levels.clean());
        add(Side.NONE, Row.of("clean", levels.clean(), levels.clean(), similarities, people(levels.clean())));
        for (var size : CLEAN_PEOPLE) {
            if (size <= MAX_CLEAN_SHARE * allPeople) {
                add(Side.NONE, Row.of("clean " + size, levels.clean(), levels.clean(), similarities, size));
            }
        }
    }

    private void addPoor(LevelFaces poor) {
        var clean = levels.clean();
        var toClean = Similarities.of(poor, clean);
        var toPoor = Similarities.of(poor, poor);
        var people = people(poor);
        add(Side.PROBE, Row.of(poor.level(), poor, clean, toClean, people(clean)));
        add(Side.REFERENCE, Row.of(poor.level(), clean, poor, Similarities.of(clean, poor), people));
        add(Side.BOTH, Row.of(poor.level(), poor, poor, toPoor, people));
        for (var size : SMALL_GALLERIES) {
            add(Side.BOTH, Row.of(poor.level() + ", " + size, poor, poor, toPoor, size));
        }
        for (var few : FEW) {
            add(
                    Side.BOTH,
                    Row.mixed(
                            poor.level() + ", " + few + " poor",
                            poor,
                            new Row.Part(poor, toPoor, few),
                            new Row.Part(clean, toClean, people(clean) - few)));
        }
    }

    private void addOthers(OtherPeople people, OtherFaces faces) {
        var found = new ArrayList<Found>();
        faces.search(splits, seed, found::add);
        rows.add(new Searched(people.title(), Side.BOTH, people.maxFpir(), found));
    }

    /** How many are enrolled, so that strangers are left. */
    private int people(LevelFaces references) {
        return Math.min(MAX_PEOPLE, (int) (MAX_SHARE * levels.photos().people(references)));
    }

    private void add(Side side, Row row) {
        var found = new ArrayList<Found>();
        row.run(levels.photos(), draws, found::add);
        rows.add(new Searched(row.name(), side, MAX_FPIR, found));
    }
}

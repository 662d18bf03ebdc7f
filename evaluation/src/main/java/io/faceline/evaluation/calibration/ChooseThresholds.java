package io.faceline.evaluation.calibration;

import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.evaluation.dataset.SeededSplit;
import io.faceline.evaluation.embedding.EmbeddedPhotos;
import io.faceline.evaluation.search.Decisions;
import io.faceline.evaluation.search.OpenSetRates;
import io.faceline.evaluation.search.RunSearches;
import io.faceline.evaluation.search.Search;
import io.faceline.evaluation.search.ThresholdCandidate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Chooses the thresholds of a model by the decisions of the matcher on several seeded splits. */
final class ChooseThresholds {
    private static final int SPLITS = 20;
    private static final double UNCERTAIN_FPIR = 0.05;
    private static final int STEPS_PER_UNIT = 1000;
    private static final int TABLE_STEP = 10;
    private static final int TABLE_ROWS_PER_SIDE = 6;
    private static final double[] MARGINS = {0, 0.02, 0.04, 0.05, 0.06, 0.08, 0.10};

    private final Decisions decisions;
    private final MatchingFacts model;
    private final int people;
    private final List<List<Search>> splits;

    private ChooseThresholds(MatchingFacts model, int people, List<List<Search>> splits) {
        this.decisions = new Decisions(model);
        this.model = model;
        this.people = people;
        this.splits = splits;
    }

    static ThresholdChoice run(
            Map<String, List<Path>> photos, EmbeddedPhotos embedded, MatchingFacts model, int people, long seed) {
        var random = new Random(seed);
        var run = new RunSearches(embedded, embedded, model);
        var splits = new ArrayList<List<Search>>();
        for (var split = 0; split < SPLITS; split++) {
            splits.add(run.run(SeededSplit.of(photos, people, random.nextLong())));
        }
        return new ChooseThresholds(model, people, splits).choose();
    }

    private ThresholdChoice choose() {
        var match = smallestStep(ThresholdChoice.MATCH_FPIR);
        return new ThresholdChoice(
                people,
                SPLITS,
                threshold(match),
                threshold(smallestStep(UNCERTAIN_FPIR)),
                byThreshold(match),
                byMargin(threshold(match)));
    }

    /** Binary search, as FPIR falls monotonically with the threshold. */
    private int smallestStep(double fpir) {
        var low = -STEPS_PER_UNIT;
        var high = STEPS_PER_UNIT;
        while (low < high) {
            var middle = Math.floorDiv(low + high, 2);
            if (rates(threshold(middle), 0).fpir() <= fpir) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private List<MeanRates> byThreshold(int match) {
        return IntStream.rangeClosed(-TABLE_ROWS_PER_SIDE, TABLE_ROWS_PER_SIDE)
                .map(row -> match + row * TABLE_STEP)
                .filter(step -> Math.abs(step) <= STEPS_PER_UNIT)
                .mapToObj(step -> rates(threshold(step), 0))
                .toList();
    }

    private List<MeanRates> byMargin(double match) {
        var rates = new ArrayList<MeanRates>();
        for (var margin : MARGINS) {
            rates.add(rates(match, margin));
        }
        return rates;
    }

    private MeanRates rates(double threshold, double margin) {
        var thresholds = ThresholdCandidate.of(model.thresholds(), threshold, margin);
        var rates = splits.stream()
                .map(searches -> OpenSetRates.of(searches, decisions, thresholds))
                .toList();
        return MeanRates.of(rates);
    }

    private static double threshold(int step) {
        return (double) step / STEPS_PER_UNIT;
    }
}

package io.faceline.evaluation.learning;

import io.faceline.contracts.face.Thresholds;
import io.faceline.evaluation.learning.TuningRows.Searched;
import io.faceline.evaluation.recognisability.NamingRule;
import io.faceline.evaluation.recognisability.Rates;
import io.faceline.evaluation.sampling.PeopleSamples;
import io.faceline.matcher.recognisability.Recognisability;
import io.faceline.matcher.recognisability.RecognisabilityFacts;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Chooses the numbers of the rule for pairs by coordinate descent: the fewest known people missed in clean photos, as
 * long as strangers are named no more often than the goal in any row, and poor probes are missed hardly more often than
 * by similarity alone.
 */
final class TunePairRule {
    /** The goal is one for everybody, and everybody else differs a little from those the rule is tuned on. */
    private static final double SHARE_OF_GOAL = 0.8;

    private static final double FPIR_WEIGHT = 20;

    /** In percentage points, of the goal of 0.6. */
    private static final double MAX_MORE_MISSED = 0.2;

    private static final double MISSED_WEIGHT = 2;
    private static final double MIN_GAIN = 1e-6;
    private static final int ROUNDS = 4;

    /** Clean photos count as about a mean over the sizes of the gallery. */
    private static final double CLEAN_ROWS = 3;

    private final List<Searched> rows;
    private final Thresholds thresholds;
    private final Function<PairParameters, RecognisabilityFacts> facts;
    private final double[] missedToday;

    /** @param thresholds of the decision without a rule for pairs */
    TunePairRule(List<Searched> rows, Thresholds thresholds, Function<PairParameters, RecognisabilityFacts> facts) {
        this.rows = rows;
        this.thresholds = thresholds;
        this.facts = facts;
        this.missedToday = rows.stream()
                .mapToDouble(row -> rates(row, NamingRule.plain(thresholds)).fnir())
                .toArray();
    }

    PairParameters from(PairParameters start) {
        var best = start;
        for (var round = 0; round < ROUNDS; round++) {
            for (var change : changes(Math.pow(2, -round))) {
                best = follow(best, change);
            }
        }
        return best;
    }

    /** Repeats a change as long as it gains. */
    private PairParameters follow(PairParameters from, UnaryOperator<PairParameters> change) {
        var best = from;
        var cost = cost(best);
        while (true) {
            var next = change.apply(best);
            var nextCost = cost(next);
            if (!(nextCost < cost - MIN_GAIN)) {
                return best;
            }
            best = next;
            cost = nextCost;
        }
    }

    private static List<UnaryOperator<PairParameters>> changes(double size) {
        var more = 1 + 0.5 * size;
        return List.of(
                at -> at.withMatch(0.01 * size),
                at -> at.withMatch(-0.01 * size),
                at -> at.withMatchPerLog(0.004 * size),
                at -> at.withMatchPerLog(-0.004 * size),
                at -> at.withTurned(more),
                at -> at.withTurned(1 / more),
                at -> at.withCovered(more),
                at -> at.withCovered(1 / more),
                at -> at.withEyes(more),
                at -> at.withEyes(1 / more),
                at -> at.withCoarse(more),
                at -> at.withCoarse(1 / more),
                at -> at.withCrowdStart(0.02 * size),
                at -> at.withCrowdStart(-0.02 * size),
                at -> at.withCrowdPerLog(0.01 * size),
                at -> at.withCrowdPerLog(-0.01 * size),
                at -> at.withCrowd(0.2 * size),
                at -> at.crowd() > 0.2 * size ? at.withCrowd(-0.2 * size) : at);
    }

    private double cost(PairParameters parameters) {
        var rule = NamingRule.adjusted(new Recognisability(facts.apply(parameters)).rule(), thresholds.margin());
        return IntStream.range(0, rows.size())
                .parallel()
                .mapToDouble(row -> cost(row, rule))
                .sum();
    }

    private double cost(int number, NamingRule rule) {
        var row = rows.get(number);
        var rates = rates(row, rule);
        var named = FPIR_WEIGHT * Math.max(0, rates.fpir() - SHARE_OF_GOAL * row.maxFpir());
        if (Double.isNaN(rates.fnir()) || row.name().startsWith(PeopleSamples.NON_FACES)) {
            return named;
        }
        return named
                + switch (row.side()) {
                    case NONE -> rates.fnir() / CLEAN_ROWS;
                    case PROBE, REFERENCE ->
                        MISSED_WEIGHT * Math.max(0, rates.fnir() - missedToday[number] - MAX_MORE_MISSED);
                    // Right names among as many wrong ones are worth nothing.
                    case BOTH -> 0;
                };
    }

    private static Rates rates(Searched row, NamingRule rule) {
        var rates = new Rates(rule);
        row.found().forEach(rates::add);
        return rates;
    }
}

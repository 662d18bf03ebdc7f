package io.faceline.matcher.recognisability;

import io.faceline.contracts.catalog.Calibration;
import io.faceline.contracts.face.Weakness;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Adjusts a similarity: two poor faces resemble each other whoever they show, and so does everybody in a crowded part of
 * the space of embeddings. The adjusted similarity is the cosine similarity less the penalty and the crowd, and is
 * compared with {@link #match} and given to {@link #confidence}. Immutable.
 */
public final class PairRule {
    /** The crowd is told by the second to the sixth person. */
    public static final int CROWD = 5;

    /** In units of the logistic regression: most turned faces are below it, and few that are only covered or blurred. */
    private static final double SURELY_TURNED = -1;

    /** The number of people that penalties are tuned for. */
    private static final int TUNED_PEOPLE = 500;

    private final RecognisabilityFacts facts;

    PairRule(RecognisabilityFacts facts) {
        this.facts = facts;
    }

    /** By how much the similarity of two faces falls because both are poor in the same way; at least 0. */
    public double penalty(Measures probe, Measures reference) {
        var penalty = penalty(facts.quality(), probe.quality(), reference.quality());
        penalty = Math.max(penalty, penalty(facts.turned(), probe.turned(), reference.turned()));
        penalty = Math.max(penalty, penalty(facts.covered(), probe.covered(), reference.covered()));
        penalty = Math.max(penalty, penalty(facts.eyes(), probe.eyes(), reference.eyes()));
        return Math.max(penalty, penalty(facts.coarse(), probe.coarse(), reference.coarse()));
    }

    /**
     * The penalty of a pair among so many people. A small gallery has a low threshold, since few people have few chances
     * of resembling a stranger. Poor faces resemble each other in the smallest gallery: a pair with a penalty loses what
     * the threshold is lower by, up to the penalty.
     */
    public double among(int people, double penalty) {
        var lower = Math.max(0, match(TUNED_PEOPLE) - match(people));
        return penalty + Math.min(penalty, lower);
    }

    private static double penalty(MeasureFacts measure, double probe, double reference) {
        return measure.slope() * measure.deficit(probe) * measure.deficit(reference);
    }

    /**
     * By how much the similarity of the best candidate falls because others resemble the probe as well; at least 0.
     *
     * @param similarities of the second to the sixth person, or to the last if there are fewer
     * @param people number of people that were searched
     */
    public double crowd(List<Double> similarities, int people) {
        var mean = similarities.stream()
                .limit(CROWD)
                .mapToDouble(Double::doubleValue)
                .average();
        return facts.crowd() * Math.max(0, mean.orElse(-1) - facts.crowdStart().at(people));
    }

    /** The match threshold of the adjusted similarity among so many people. */
    public double match(int people) {
        return facts.match().at(people);
    }

    /** The confidence, 0 to 1, of the best candidate among so many people: equal at the match threshold of any number. */
    public double confidence(double adjusted, int people) {
        return calibration()
                .confidence(adjusted - match(people) + match(calibration().gallerySize()));
    }

    private Calibration calibration() {
        return facts.calibration();
    }

    /**
     * The weight of a reference in the template of its person, 0 to 1: nearly 1 for an ordinary face, and falling where the
     * quality is more than a standard deviation below the mean of ordinary faces.
     */
    public double weight(Measures reference) {
        var quality = facts.quality();
        // The start is the quarter of ordinary faces, a deficit of 1 their worst per cent: 0.674 and 2.326 deviations.
        var deviation = quality.span() / (2.326 - 0.674);
        var mean = quality.start() + 0.674 * deviation;
        return 1 / (1 + Math.exp(-(1.5 * (reference.quality() - mean) / deviation + 2)));
    }

    /** From which quality on a face is of use. */
    public Limits limits() {
        return facts.limits();
    }

    /** Of photos like this one, the share that a search finds the right person for; 0 to 1. */
    public double share(Measures measures) {
        return facts.found().at(measures.quality());
    }

    /**
     * What the face was more likely than not made worse by, if anything. A face that is turned measures poorly in every way,
     * so a low measure of that decides; otherwise the lowest of the others.
     */
    public Optional<Weakness> weakness(Measures measures) {
        if (measures.turned() < SURELY_TURNED) {
            return Optional.of(Weakness.TURNED);
        }
        var others = new EnumMap<Weakness, Double>(Weakness.class);
        others.put(Weakness.COVERED, measures.covered());
        others.put(Weakness.COVERED_EYES, measures.eyes());
        others.put(Weakness.UNCLEAR, measures.coarse());
        var lowest = Collections.min(others.entrySet(), Map.Entry.comparingByValue());
        return lowest.getValue() < 0 ? Optional.of(lowest.getKey()) : Optional.empty();
    }
}

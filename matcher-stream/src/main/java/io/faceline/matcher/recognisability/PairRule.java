package io.faceline.matcher.recognisability;

import io.faceline.contracts.catalog.Calibration;
import java.util.List;

/**
 * Adjusts a similarity: two poor faces resemble each other whoever they show, and so does everybody in a crowded part of
 * the space of embeddings. The adjusted similarity is the cosine similarity less the penalty and the crowd, and is
 * compared with {@link #match} and given to {@link #confidence}. Immutable.
 */
public final class PairRule {
    /** The crowd is told by the second to the sixth person. */
    public static final int CROWD = 5;

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
        var mean = similarities.stream().limit(CROWD).mapToDouble(Double::doubleValue).average();
        return facts.crowd() * Math.max(0, mean.orElse(-1) - facts.crowdStart().at(people));
    }

    /** The match threshold of the adjusted similarity among so many people. */
    public double match(int people) {
        return facts.match().at(people);
    }

    /** The confidence, 0 to 1, of the best candidate among so many people: equal at the match threshold of any number. */
    public double confidence(double adjusted, int people) {
        return calibration().confidence(adjusted - match(people) + match(calibration().gallerySize()));
    }

    private Calibration calibration() {
        return facts.calibration();
    }

    /** From which quality on a face is of use. */
    public Limits limits() {
        return facts.limits();
    }
}

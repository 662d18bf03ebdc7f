package io.faceline.evaluation.learning;

import io.faceline.matcher.recognisability.MeasureFacts;

/**
 * The numbers of a rule for pairs that are tuned.
 *
 * @param crowd slope of the crowd
 * @param crowdStart at 500 people
 * @param match threshold at 500 people
 */
record PairParameters(
        Deficit turned,
        Deficit covered,
        Deficit eyes,
        Deficit coarse,
        double crowd,
        double crowdStart,
        double crowdPerLog,
        double match,
        double matchPerLog) {
    /** The smallest gallery that the thresholds are fitted to. */
    static final int MIN_PEOPLE = 10;

    /** Where the deficit of a measure starts, and what it costs. */
    record Deficit(double start, double span, double slope) {
        MeasureFacts on(MeasureFacts measure) {
            return measure.withPairs(start, span, slope);
        }

        Deficit times(double factor) {
            return new Deficit(start, span, slope * factor);
        }
    }

    PairParameters withTurned(double factor) {
        return new PairParameters(
                turned.times(factor), covered, eyes, coarse, crowd, crowdStart, crowdPerLog, match, matchPerLog);
    }

    PairParameters withCovered(double factor) {
        return new PairParameters(
                turned, covered.times(factor), eyes, coarse, crowd, crowdStart, crowdPerLog, match, matchPerLog);
    }

    PairParameters withEyes(double factor) {
        return new PairParameters(
                turned, covered, eyes.times(factor), coarse, crowd, crowdStart, crowdPerLog, match, matchPerLog);
    }

    PairParameters withCoarse(double factor) {
        return new PairParameters(
                turned, covered, eyes, coarse.times(factor), crowd, crowdStart, crowdPerLog, match, matchPerLog);
    }

    PairParameters withCrowd(double more) {
        return new PairParameters(
                turned, covered, eyes, coarse, crowd + more, crowdStart, crowdPerLog, match, matchPerLog);
    }

    PairParameters withCrowdStart(double more) {
        return new PairParameters(
                turned, covered, eyes, coarse, crowd, crowdStart + more, crowdPerLog, match, matchPerLog);
    }

    PairParameters withCrowdPerLog(double more) {
        return new PairParameters(
                turned, covered, eyes, coarse, crowd, crowdStart, crowdPerLog + more, match, matchPerLog);
    }

    PairParameters withMatch(double more) {
        return new PairParameters(
                turned, covered, eyes, coarse, crowd, crowdStart, crowdPerLog, match + more, matchPerLog);
    }

    PairParameters withMatchPerLog(double more) {
        return new PairParameters(
                turned, covered, eyes, coarse, crowd, crowdStart, crowdPerLog, match, matchPerLog + more);
    }
}

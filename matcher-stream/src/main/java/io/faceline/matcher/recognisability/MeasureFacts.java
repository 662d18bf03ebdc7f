package io.faceline.matcher.recognisability;

import io.faceline.contracts.Blob;
import io.faceline.contracts.Checks;

/**
 * A logistic regression that tells ordinary faces from poor ones, and how its result lowers a similarity.
 *
 * @param weights of the unit vector, as little-endian float32
 * @param length weight of the raw length
 * @param classMean weight of the largest cosine to the mean of a class of poor faces
 * @param cluster weight of the largest cosine to a cluster of poor faces
 * @param offset constant term
 * @param start value from which on a face has no deficit
 * @param span distance from the start to a deficit of 1; above 0
 * @param slope by what a similarity falls if both faces have a deficit of 1; 0 if the measure does not count for pairs
 */
public record MeasureFacts(
        Blob weights,
        double length,
        double classMean,
        double cluster,
        double offset,
        double start,
        double span,
        double slope) {
    public MeasureFacts {
        Checks.require(span > 0, "the span of a measure must be above 0, was " + span);
        Checks.require(slope >= 0, "the slope of a measure must not be negative, was " + slope);
    }

    /** The same measure with another rule for pairs. */
    public MeasureFacts withPairs(double newStart, double newSpan, double newSlope) {
        return new MeasureFacts(weights, length, classMean, cluster, offset, newStart, newSpan, newSlope);
    }

    /** How poor a face with this value is: 0 for an ordinary face, 1 at the worst per cent of ordinary faces. */
    double deficit(double value) {
        return Math.max(0, (start - value) / span);
    }
}

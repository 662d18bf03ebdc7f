package io.faceline.matcher.recognisability;

/** One learned measure, ready to be computed. Immutable. */
final class Measure {
    private final MeasureFacts facts;
    private final Projection weights;

    Measure(MeasureFacts facts) {
        this.facts = facts;
        this.weights = Projection.of(facts.weights().asReadOnlyBuffer());
    }

    double of(float[] unit, double length, double classMean, double cluster) {
        return weights.first(unit)
                + facts.length() * length
                + facts.classMean() * classMean
                + facts.cluster() * cluster
                + facts.offset();
    }
}

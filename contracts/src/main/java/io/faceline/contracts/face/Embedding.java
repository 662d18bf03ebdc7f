package io.faceline.contracts.face;

import io.faceline.contracts.Checks;
import java.util.Arrays;

/** A face as a vector of unit length: the dot product of two embeddings is their cosine similarity. Immutable. */
public final class Embedding {
    private static final double TOLERANCE = 1e-3;

    private final float[] values;

    private Embedding(float[] values) {
        this.values = values;
    }

    /** @throws IllegalArgumentException when the vector is not of unit length within 0.001 */
    public static Embedding ofUnit(float[] values) {
        var length = length(values);
        Checks.require(Math.abs(length - 1) <= TOLERANCE, "an embedding must have unit length, was " + length);
        return new Embedding(values.clone());
    }

    /** Scales any vector but zero to unit length. */
    public static Embedding normalised(float[] values) {
        var length = length(values);
        Checks.require(
                length > 0 && Double.isFinite(length),
                "a vector of length " + length + " cannot be scaled to unit length");
        var unit = new float[values.length];
        for (var i = 0; i < values.length; i++) {
            unit[i] = (float) (values[i] / length);
        }
        return new Embedding(unit);
    }

    public int dimension() {
        return values.length;
    }

    public float[] toArray() {
        return values.clone();
    }

    /** The cosine similarity, in [-1, 1]. */
    public double similarity(Embedding other) {
        Checks.require(
                other.values.length == values.length,
                "embeddings of " + values.length + " and " + other.values.length + " dimensions cannot be compared");
        var sum = 0.0;
        for (var i = 0; i < values.length; i++) {
            sum += values[i] * other.values[i];
        }
        return Math.max(-1, Math.min(1, sum));
    }

    private static double length(float[] values) {
        var sum = 0.0;
        for (var value : values) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Embedding embedding && Arrays.equals(values, embedding.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Embedding[" + values.length + "]";
    }
}

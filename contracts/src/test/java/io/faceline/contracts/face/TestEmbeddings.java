package io.faceline.contracts.face;

import java.util.Random;

/** Embeddings whose similarities are known by construction. */
public final class TestEmbeddings {
    public static final int DIMENSION = 16;

    private TestEmbeddings() {}

    /** The embedding of the n-th of a number of humans who do not resemble each other at all. */
    public static Embedding human(int n) {
        return human(n, 1);
    }

    /** A photo of the n-th human, of this similarity to {@link #human(int)}, and none to the others. */
    public static Embedding human(int n, double similarity) {
        var values = new float[DIMENSION];
        values[n] = (float) similarity;
        values[DIMENSION - 1] = (float) Math.sqrt(1 - similarity * similarity);
        return Embedding.normalised(values);
    }

    /** Someone at random, who resembles nobody much. */
    public static Embedding anyone(Random random, int dimension) {
        var values = new float[dimension];
        for (var i = 0; i < dimension; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Embedding.normalised(values);
    }
}

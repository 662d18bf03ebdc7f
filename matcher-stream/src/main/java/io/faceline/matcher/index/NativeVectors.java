package io.faceline.matcher.index;

import io.faceline.matcher.vector.DotProduct;
import java.nio.FloatBuffer;

/**
 * Vectors in native memory, compared with all queries at once. Gemm sums in a different order than the loop and rounds
 * differently, so it only selects the rows that the loop evaluates, and no result depends on it. Must only be read
 * while the memory is retained.
 */
final class NativeVectors implements Vectors {
    private final int dimension;
    private final FloatBuffer values;
    private final Gemm gemm;
    private final float tolerance;

    NativeVectors(int dimension, FloatBuffer values, Gemm gemm) {
        this.dimension = dimension;
        this.values = values;
        this.gemm = gemm;
        this.tolerance = tolerance(dimension);
    }

    /**
     * Maximum difference between the products of Gemm and the loop. Each differs from the true product of two unit
     * vectors by at most dimension * 2^-24, in any order of summation (Higham, Accuracy and Stability of Numerical
     * Algorithms, 3.5); plus one percent for lengths that are not exactly 1.
     */
    private static float tolerance(int dimension) {
        return dimension * 0x1p-23f * 1.01f;
    }

    @Override
    public void setRow(int row, float[] vector) {
        values.put(row * dimension, vector);
    }

    @Override
    public float[] row(int row) {
        var copy = new float[dimension];
        values.get(row * dimension, copy);
        return copy;
    }

    @Override
    public void search(Queries queries, int count, Hits hits) {
        var products = gemm.multiply(values.slice(0, count * dimension), queries.rows(), dimension);
        for (var query = 0; query < queries.count(); query++) {
            search(queries, query, products, hits);
        }
    }

    private void search(Queries queries, int query, float[] products, Hits hits) {
        var best = queries.best(query);
        var threshold = best.floor() - tolerance;
        for (var at = query; at < products.length; at += queries.count()) {
            if (products[at] > threshold) {
                evaluate(queries.vector(query), best, at / queries.count(), hits);
                threshold = best.floor() - tolerance;
            }
        }
    }

    private void evaluate(float[] query, BestPeople best, int row, Hits hits) {
        var similarity = DotProduct.of(query, row(row), 0);
        if (similarity > best.floor()) {
            hits.offer(best, row, similarity);
        }
    }
}

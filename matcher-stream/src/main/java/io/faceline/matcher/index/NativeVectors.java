package io.faceline.matcher.index;

import java.nio.FloatBuffer;

/**
 * Vectors in native memory, compared with all queries at once. Gemm adds in another order than the loop and so rounds
 * otherwise; it only says which rows the loop must look at, and no result depends on it. To be read while the memory is
 * held.
 */
final class NativeVectors implements Vectors {
    private final int dimension;
    private final FloatBuffer values;
    private final Gemm gemm;
    private final float slack;

    NativeVectors(int dimension, FloatBuffer values, Gemm gemm) {
        this.dimension = dimension;
        this.values = values;
        this.gemm = gemm;
        this.slack = slack(dimension);
    }

    /**
     * How far the products of Gemm and of the loop can lie apart. Each is at most dimension * 2^-24 off the true product
     * of two unit vectors, in whatever order it is added (Higham, Accuracy and Stability of Numerical Algorithms, 3.5);
     * a hundredth more for lengths that are not quite 1.
     */
    private static float slack(int dimension) {
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
        var least = best.floor() - slack;
        for (var at = query; at < products.length; at += queries.count()) {
            if (products[at] > least) {
                look(queries.vector(query), best, at / queries.count(), hits);
                least = best.floor() - slack;
            }
        }
    }

    private void look(float[] query, BestPeople best, int row, Hits hits) {
        var similarity = DotProduct.of(query, row(row), 0);
        if (similarity > best.floor()) {
            hits.offer(best, row, similarity);
        }
    }
}

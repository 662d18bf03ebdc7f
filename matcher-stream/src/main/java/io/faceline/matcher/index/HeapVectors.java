package io.faceline.matcher.index;

import io.faceline.matcher.vector.DotProduct;
import java.util.Arrays;

/** Vectors in an array, compared one by one. */
final class HeapVectors implements Vectors {
    private final int dimension;
    private final float[] values;

    HeapVectors(int dimension, int capacity) {
        this.dimension = dimension;
        this.values = new float[capacity * dimension];
    }

    @Override
    public void setRow(int row, float[] vector) {
        System.arraycopy(vector, 0, values, row * dimension, dimension);
    }

    @Override
    public float[] row(int row) {
        return Arrays.copyOfRange(values, row * dimension, (row + 1) * dimension);
    }

    @Override
    public void search(Queries queries, int count, Hits hits) {
        for (var query = 0; query < queries.count(); query++) {
            search(queries.vector(query), queries.best(query), count, hits);
        }
    }

    private void search(float[] query, BestPeople best, int count, Hits hits) {
        for (var row = 0; row < count; row++) {
            var similarity = DotProduct.of(query, values, row * dimension);
            if (similarity > best.floor()) {
                hits.offer(best, row, similarity);
            }
        }
    }
}

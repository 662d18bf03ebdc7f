package io.faceline.evaluation.recognisability;

import io.faceline.contracts.face.Embedding;
import io.faceline.matcher.vector.DotProduct;
import java.util.List;

/** Arithmetic of vectors. */
public final class FloatVectors {
    private FloatVectors() {}

    public static float dot(float[] one, float[] other) {
        return DotProduct.of(one, other, 0);
    }

    /** The direction of the mean. */
    public static Embedding mean(List<float[]> vectors) {
        var sum = new double[vectors.get(0).length];
        for (var vector : vectors) {
            for (var i = 0; i < sum.length; i++) {
                sum[i] += vector[i];
            }
        }
        var mean = new float[sum.length];
        for (var i = 0; i < mean.length; i++) {
            mean[i] = (float) (sum[i] / vectors.size());
        }
        return Embedding.normalised(mean);
    }

    /** The dot products of a vector with columns: {@code columns[k][j]} is number k of column j. */
    public static float[] products(float[] vector, float[][] columns) {
        var products = new float[columns[0].length];
        for (var k = 0; k < vector.length; k++) {
            var factor = vector[k];
            var row = columns[k];
            for (var j = 0; j < products.length; j++) {
                products[j] += factor * row[j];
            }
        }
        return products;
    }

    /** Rows as columns, for {@link #products}. */
    public static float[][] transposed(float[][] rows) {
        var columns = new float[rows[0].length][rows.length];
        for (var j = 0; j < rows.length; j++) {
            for (var k = 0; k < columns.length; k++) {
                columns[k][j] = rows[j][k];
            }
        }
        return columns;
    }
}

package io.faceline.matcher.recognisability;

import io.faceline.contracts.face.Embedding;
import io.faceline.matcher.vector.DotProduct;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Vectors one after the other in one array, to be multiplied with a face's. Immutable. */
final class Projection {
    private final float[] rows;
    private final int dimension;

    private Projection(float[] rows, int dimension) {
        this.rows = rows;
        this.dimension = dimension;
    }

    static Projection of(List<Embedding> vectors) {
        var dimension = vectors.get(0).dimension();
        var rows = new float[vectors.size() * dimension];
        for (var i = 0; i < vectors.size(); i++) {
            System.arraycopy(vectors.get(i).toArray(), 0, rows, i * dimension, dimension);
        }
        return new Projection(rows, dimension);
    }

    /** @param vector little-endian float32 */
    static Projection of(ByteBuffer vector) {
        var floats = vector.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        var row = new float[floats.remaining()];
        floats.get(row);
        return new Projection(row, row.length);
    }

    /** The largest dot product of the face with a row. */
    double max(float[] face) {
        var max = Float.NEGATIVE_INFINITY;
        for (var offset = 0; offset < rows.length; offset += dimension) {
            max = Math.max(max, DotProduct.of(face, rows, offset));
        }
        return max;
    }

    /** The dot product of the face with the first row. */
    double first(float[] face) {
        return DotProduct.of(face, rows, 0);
    }
}

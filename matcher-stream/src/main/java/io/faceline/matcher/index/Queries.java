package io.faceline.matcher.index;

import java.nio.FloatBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Faces that are looked for together, in the shapes that the loop and Gemm read. For one search by one thread. */
final class Queries {
    private final BestPeople[] best;
    private final float[][] vectors;
    private @Nullable FloatBuffer rows;

    /** @param queries all of one dimension, and at least one */
    Queries(List<Query> queries) {
        this.best = queries.stream().map(Query::best).toArray(BestPeople[]::new);
        this.vectors =
                queries.stream().map(query -> query.embedding().toArray()).toArray(float[][]::new);
    }

    int count() {
        return vectors.length;
    }

    float[] vector(int query) {
        return vectors[query];
    }

    BestPeople best(int query) {
        return best[query];
    }

    /** All vectors in native memory, one after the other. Made when first asked for. */
    FloatBuffer rows() {
        var made = rows;
        if (made == null) {
            made = NativeMemory.floats(vectors.length * vectors[0].length);
            for (var vector : vectors) {
                made.put(vector);
            }
            rows = made.rewind();
        }
        return made;
    }
}

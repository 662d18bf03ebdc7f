package io.faceline.matcher.index;

import java.nio.FloatBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The queries of one search, in the layouts of the loop and of Gemm. Not thread-safe. */
final class Queries {
    private final BestPeople[] best;
    private final float[][] vectors;
    private @Nullable FloatBuffer rows;

    /** @param queries at least one, all of the same dimension */
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

    /** All vectors in native memory, one after the other. Created lazily. */
    FloatBuffer rows() {
        var buffer = rows;
        if (buffer == null) {
            buffer = NativeMemory.floats(vectors.length * vectors[0].length);
            for (var vector : vectors) {
                buffer.put(vector);
            }
            rows = buffer.rewind();
        }
        return buffer;
    }
}

package io.faceline.tracking;

import io.faceline.contracts.face.Embedding;
import java.util.OptionalDouble;

/**
 * What somebody looks like: the mean direction of embeddings of one model, weighted by quality. Of the same size however
 * many went in.
 *
 * @param length of the weighted sum; grows with how many went in and how well they agree
 */
record MeanEmbedding(String modelId, Embedding direction, double length) {
    static MeanEmbedding of(String modelId, Embedding embedding, double weight) {
        return new MeanEmbedding(modelId, embedding, weight);
    }

    /** Of both together; this alone when the other is of another model, which cannot be compared. */
    MeanEmbedding plus(MeanEmbedding other) {
        if (!isComparable(other)) {
            return this;
        }
        var sum = new float[direction.dimension()];
        var ours = direction.toArray();
        var theirs = other.direction.toArray();
        var squares = 0.0;
        for (var i = 0; i < sum.length; i++) {
            sum[i] = (float) (ours[i] * length + theirs[i] * other.length);
            squares += (double) sum[i] * sum[i];
        }
        return squares == 0 ? this : new MeanEmbedding(modelId, Embedding.normalised(sum), Math.sqrt(squares));
    }

    /** The cosine of both directions; absent when they are of different models. */
    OptionalDouble similarity(MeanEmbedding other) {
        return isComparable(other) ? OptionalDouble.of(direction.similarity(other.direction)) : OptionalDouble.empty();
    }

    private boolean isComparable(MeanEmbedding other) {
        return modelId.equals(other.modelId) && direction.dimension() == other.direction.dimension();
    }
}

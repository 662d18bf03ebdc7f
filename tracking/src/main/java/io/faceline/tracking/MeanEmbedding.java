package io.faceline.tracking;

import io.faceline.contracts.face.Embedding;
import java.util.OptionalDouble;

/**
 * The mean direction of embeddings of one model, weighted by quality. Takes constant memory.
 *
 * @param length of the weighted sum; grows with the number of embeddings and their agreement
 */
public record MeanEmbedding(String modelId, Embedding direction, double length) {
    static MeanEmbedding of(String modelId, Embedding embedding, double weight) {
        return new MeanEmbedding(modelId, embedding, weight);
    }

    /** The mean of both; only this one if the other is of a different model and cannot be compared. */
    public MeanEmbedding plus(MeanEmbedding other) {
        if (!isComparable(other)) {
            return this;
        }
        var sum = new float[direction.dimension()];
        var own = direction.toArray();
        var others = other.direction.toArray();
        var squares = 0.0;
        for (var i = 0; i < sum.length; i++) {
            sum[i] = (float) (own[i] * length + others[i] * other.length);
            squares += (double) sum[i] * sum[i];
        }
        return squares == 0 ? this : new MeanEmbedding(modelId, Embedding.normalised(sum), Math.sqrt(squares));
    }

    /** The cosine similarity of both directions; empty for different models. */
    public OptionalDouble similarity(MeanEmbedding other) {
        return isComparable(other) ? OptionalDouble.of(direction.similarity(other.direction)) : OptionalDouble.empty();
    }

    private boolean isComparable(MeanEmbedding other) {
        return modelId.equals(other.modelId) && direction.dimension() == other.direction.dimension();
    }
}

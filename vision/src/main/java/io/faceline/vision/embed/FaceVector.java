package io.faceline.vision.embed;

import io.faceline.contracts.face.Embedding;

/**
 * The output of an embedder for one face.
 *
 * @param embedding the vector scaled to unit length
 * @param rawLength Euclidean length of the vector as the model outputs it; above 0
 */
public record FaceVector(Embedding embedding, double rawLength) {
    static FaceVector of(float[] raw) {
        return new FaceVector(Embedding.normalised(raw), length(raw));
    }

    private static double length(float[] raw) {
        var sum = 0.0;
        for (var value : raw) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum);
    }
}

package io.faceline.evaluation.learning;

import io.faceline.contracts.face.Embedding;
import io.faceline.evaluation.sampling.SampledFace;
import java.util.List;

/**
 * What a measure is computed from.
 *
 * @param unit the embedding
 * @param length raw length
 * @param classMean largest cosine to the mean of a class of poor faces
 * @param cluster largest cosine to a cluster of poor faces
 */
record Signals(float[] unit, double length, double classMean, double cluster) {
    static Signals of(SampledFace face, List<Embedding> classMeans, List<Embedding> clusters) {
        return new Signals(
                face.embedding().toArray(),
                face.rawLength(),
                nearest(face.embedding(), classMeans),
                nearest(face.embedding(), clusters));
    }

    private static double nearest(Embedding face, List<Embedding> others) {
        return others.stream().mapToDouble(face::similarity).max().orElseThrow();
    }

    double scalar(int number) {
        return switch (number) {
            case 0 -> length;
            case 1 -> classMean;
            case 2 -> cluster;
            default -> throw new IllegalArgumentException("there are three scalars, not a number " + number);
        };
    }
}

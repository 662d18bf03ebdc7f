package io.faceline.evaluation.learning;

import io.faceline.contracts.face.Embedding;
import io.faceline.evaluation.sampling.SampledFace;
import java.util.List;

/** What a measure is computed from: the embedding, its raw length, and how near poor faces are. */
final class Signals {
    private final float[] unit;
    private final double length;
    private final double classMean;
    private final double cluster;

    /**
     * @param classMean largest cosine to the mean of a class of poor faces
     * @param cluster largest cosine to a cluster of poor faces
     */
    private Signals(float[] unit, double length, double classMean, double cluster) {
        this.unit = unit;
        this.length = length;
        this.classMean = classMean;
        this.cluster = cluster;
    }

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

    int dimension() {
        return unit.length;
    }

    float unit(int place) {
        return unit[place];
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

package io.faceline.evaluation.learning;

import io.faceline.contracts.face.Embedding;
import io.faceline.evaluation.recognisability.FloatVectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Clusters unit vectors by their cosine similarity (spherical k-means), starting from k-means++; deterministic. */
final class KMeans {
    private static final int ROUNDS = 40;

    private final List<float[]> vectors;
    private final float[][] centres;
    private final int[] nearest;

    private KMeans(List<float[]> vectors, int clusters, Random random) {
        this.vectors = vectors;
        this.centres = new float[clusters][];
        this.nearest = new int[vectors.size()];
        start(random);
    }

    /** The centres, of unit length. */
    static List<Embedding> of(List<float[]> vectors, int clusters, long seed) {
        var means = new KMeans(vectors, clusters, new Random(seed));
        for (var round = 0; round < ROUNDS && means.assign(); round++) {
            means.move();
        }
        var centres = new ArrayList<Embedding>();
        for (var centre : means.centres) {
            centres.add(Embedding.normalised(centre));
        }
        return centres;
    }

    /** Each further centre is a vector drawn with the square of its distance to the centres so far. */
    private void start(Random random) {
        centres[0] = vectors.get(random.nextInt(vectors.size())).clone();
        var distances = new double[vectors.size()];
        Arrays.fill(distances, Double.MAX_VALUE);
        for (var next = 1; next < centres.length; next++) {
            var sum = 0.0;
            for (var i = 0; i < distances.length; i++) {
                distances[i] = Math.min(distances[i], 2 - 2 * FloatVectors.dot(vectors.get(i), centres[next - 1]));
                distances[i] = Math.max(0, distances[i]);
                sum += distances[i];
            }
            centres[next] = vectors.get(drawn(distances, random.nextDouble() * sum)).clone();
        }
    }

    private static int drawn(double[] weights, double at) {
        var sum = 0.0;
        for (var i = 0; i < weights.length; i++) {
            sum += weights[i];
            if (sum >= at) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /** Assigns each vector to the nearest centre; whether any changed. */
    private boolean assign() {
        var hasChanged = false;
        for (var i = 0; i < nearest.length; i++) {
            var best = 0;
            var bestSimilarity = Float.NEGATIVE_INFINITY;
            for (var centre = 0; centre < centres.length; centre++) {
                var similarity = FloatVectors.dot(vectors.get(i), centres[centre]);
                if (similarity > bestSimilarity) {
                    best = centre;
                    bestSimilarity = similarity;
                }
            }
            hasChanged |= nearest[i] != best;
            nearest[i] = best;
        }
        return hasChanged;
    }

    /** Moves each centre to the direction of the mean of its vectors; an empty one stays. */
    private void move() {
        for (var centre = 0; centre < centres.length; centre++) {
            var own = new ArrayList<float[]>();
            for (var i = 0; i < nearest.length; i++) {
                if (nearest[i] == centre) {
                    own.add(vectors.get(i));
                }
            }
            if (!own.isEmpty()) {
                centres[centre] = FloatVectors.mean(own).toArray();
            }
        }
    }
}

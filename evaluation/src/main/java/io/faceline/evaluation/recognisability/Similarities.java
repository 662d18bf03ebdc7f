package io.faceline.evaluation.recognisability;

import java.util.stream.IntStream;

/** The similarities of all photos of one level, as probes, to all photos of another, as references. */
public final class Similarities {
    /** Of a photo without a face, which is not searched. */
    private static final float[] NOBODY = {};

    private final float[][] byProbe;

    private Similarities(float[][] byProbe) {
        this.byProbe = byProbe;
    }

    public static Similarities of(LevelFaces probes, LevelFaces references) {
        if (probes.isEmpty() || references.isEmpty()) {
            return new Similarities(
                    new float[probes.faces().size()][references.faces().size()]);
        }
        var columns = FloatVectors.transposed(references.vectors());
        var rows = probes.vectors();
        return new Similarities(IntStream.range(0, rows.length)
                .parallel()
                .mapToObj(probe -> probes.has(probe) ? FloatVectors.products(rows[probe], columns) : NOBODY)
                .toArray(float[][]::new));
    }

    public float of(int probe, int reference) {
        return byProbe[probe][reference];
    }
}

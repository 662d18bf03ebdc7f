package io.faceline.benchmarks.generations.first;

import java.util.Random;

/** A random variation of a crop, so that the network does not learn single pixels: mirrored, moved, lighter or darker. */
final class Variation {
    private static final int MAX_SHIFT = 3;
    private static final float MAX_BRIGHTNESS = 0.3f;

    private Variation() {}

    static float[] of(float[] crop, Random random) {
        var isMirrored = random.nextBoolean();
        var right = random.nextInt(2 * MAX_SHIFT + 1) - MAX_SHIFT;
        var down = random.nextInt(2 * MAX_SHIFT + 1) - MAX_SHIFT;
        var lighter = MAX_BRIGHTNESS * (2 * random.nextFloat() - 1);
        var varied = new float[crop.length];
        for (var y = 0; y < HaarFaces.SIDE; y++) {
            for (var x = 0; x < HaarFaces.SIDE; x++) {
                var fromX = inside(x - right);
                var from = inside(y - down) * HaarFaces.SIDE + (isMirrored ? HaarFaces.SIDE - 1 - fromX : fromX);
                varied[y * HaarFaces.SIDE + x] = crop[from] + lighter;
            }
        }
        return varied;
    }

    private static int inside(int coordinate) {
        return Math.max(0, Math.min(HaarFaces.SIDE - 1, coordinate));
    }
}

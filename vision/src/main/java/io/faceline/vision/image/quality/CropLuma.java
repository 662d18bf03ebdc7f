package io.faceline.vision.image.quality;

import io.faceline.contracts.face.AlignedCrop;

/**
 * The grey values of an aligned crop. Plain loops take 0.02 ms per face; creating native matrices would take longer.
 */
final class CropLuma {
    private static final int SIDE = AlignedCrop.SIDE;

    /** The region of the face without hair, ears and background: from the brows to the chin. */
    private static final int LEFT = 17;

    private static final int RIGHT = 95;
    private static final int TOP = 28;
    private static final int BOTTOM = 106;

    /** Keeps the arms within the crop. */
    private static final int MAX_ARM = SIDE - BOTTOM;

    private final int[] values = new int[SIDE * SIDE];

    /** Computes luma by ITU-R BT.601, with weights in 1/1024. */
    CropLuma(AlignedCrop crop) {
        var bgr = crop.bgr().unsafeArray();
        for (int i = 0; i < values.length; i++) {
            var blue = bgr[3 * i] & 0xFF;
            var green = bgr[3 * i + 1] & 0xFF;
            var red = bgr[3 * i + 2] & 0xFF;
            values[i] = (117 * blue + 601 * green + 306 * red + 512) >> 10;
        }
    }

    /** The mean, 0 to 255. */
    double mean() {
        long sum = 0;
        for (var value : values) {
            sum += value;
        }
        return (double) sum / values.length;
    }

    /**
     * The variance of the Laplacian over the face. Its arms are as long as an image pixel is in the crop: in an
     * enlarged small face, neighbouring pixels are nearly equal however sharp the image is. Black areas outside the
     * image are excluded.
     *
     * @param scale crop pixels per image pixel
     */
    double laplacianVariance(double scale) {
        var arm = (int) Math.max(1, Math.min(MAX_ARM, Math.round(scale)));
        long sum = 0;
        long squares = 0;
        long count = 0;
        for (int y = TOP; y < BOTTOM; y++) {
            for (int x = LEFT; x < RIGHT; x++) {
                var at = y * SIDE + x;
                var left = values[at - arm];
                var right = values[at + arm];
                var above = values[at - arm * SIDE];
                var below = values[at + arm * SIDE];
                if (values[at] != 0 && left != 0 && right != 0 && above != 0 && below != 0) {
                    var laplacian = left + right + above + below - 4 * values[at];
                    sum += laplacian;
                    squares += (long) laplacian * laplacian;
                    count++;
                }
            }
        }
        var mean = (double) sum / Math.max(1, count);
        return (double) squares / Math.max(1, count) - mean * mean;
    }
}

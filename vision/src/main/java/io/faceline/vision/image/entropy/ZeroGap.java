package io.faceline.vision.image.entropy;

/** Finds the zeros that lost sectors and packets leave. Flat areas of a picture may have them as well. */
final class ZeroGap {
    /** Longer than what photos contain. */
    private static final int MIN_BYTES = 64;

    private static final int STEP = MIN_BYTES / 2;

    private ZeroGap() {}

    static boolean isIn(byte[] bytes, int from, int to) {
        for (var i = from; i < to; i += STEP) {
            if (bytes[i] == 0 && runAround(bytes, i, from, to) >= MIN_BYTES) {
                return true;
            }
        }
        return false;
    }

    private static int runAround(byte[] bytes, int at, int from, int to) {
        var first = at;
        while (first > from && bytes[first - 1] == 0) {
            first--;
        }
        var end = at;
        while (end < to && end - first < MIN_BYTES && bytes[end] == 0) {
            end++;
        }
        return end - first;
    }
}

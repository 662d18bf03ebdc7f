package io.faceline.matcher.vector;

/** The inner loop of the search and of the measures of recognisability. */
public final class DotProduct {
    private static final int UNROLLED = 8;

    private DotProduct() {}

    /**
     * The dot product of the query and the row at the offset. Eight accumulators hide the latency of fused
     * multiply-add, which halves the time of the plain loop.
     */
    public static float of(float[] query, float[] rows, int offset) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        float e = 0;
        float f = 0;
        float g = 0;
        float h = 0;
        var i = 0;
        for (; i <= query.length - UNROLLED; i += UNROLLED) {
            a = Math.fma(query[i], rows[offset + i], a);
            b = Math.fma(query[i + 1], rows[offset + i + 1], b);
            c = Math.fma(query[i + 2], rows[offset + i + 2], c);
            d = Math.fma(query[i + 3], rows[offset + i + 3], d);
            e = Math.fma(query[i + 4], rows[offset + i + 4], e);
            f = Math.fma(query[i + 5], rows[offset + i + 5], f);
            g = Math.fma(query[i + 6], rows[offset + i + 6], g);
            h = Math.fma(query[i + 7], rows[offset + i + 7], h);
        }
        for (; i < query.length; i++) {
            a = Math.fma(query[i], rows[offset + i], a);
        }
        return ((a + b) + (c + d)) + ((e + f) + (g + h));
    }
}

package io.faceline.vision.image.header;

/**
 * What decoding an image costs, whatever its pixels show: the unit is one visit of a pixel by a decoder, a nanosecond or
 * two. Reading the bytes costs as well, but nobody can send more of them than they have.
 *
 * @param passes how often the decoder goes over all pixels
 * @param extra visits that parts with a cost of their own are worth, such as tables and strips
 */
public record DecodingWork(long passes, long extra) {
    static final DecodingWork ONE_PASS = new DecodingWork(1, 0);

    public DecodingWork {
        if (passes < 1 || extra < 0) {
            throw new IllegalArgumentException("no work: " + passes + " passes, " + extra + " extra");
        }
    }

    static DecodingWork passes(long passes) {
        return new DecodingWork(passes, 0);
    }

    /** Of an image of this many pixels; more than fits into a long is as much as a long can say. */
    long of(long pixels) {
        if (pixels > (Long.MAX_VALUE - extra) / passes) {
            return Long.MAX_VALUE;
        }
        return passes * pixels + extra;
    }
}

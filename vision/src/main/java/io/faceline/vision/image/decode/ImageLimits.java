package io.faceline.vision.image.decode;

/**
 * Size limits of an image, checked before decoding.
 *
 * @param maxBytes size of the encoded file
 * @param maxPixels width × height as declared in the header
 * @param minSide pixels of the shorter side
 */
public record ImageLimits(long maxBytes, long maxPixels, int minSide) {
    private static final long DEFAULT_MAX_PIXELS = 100_000_000;

    /**
     * 64 MiB allow a 50-megapixel JPEG or a 20-megapixel lossless camera file. 100 million pixels (300 MB decoded)
     * allow every full-frame camera and the default of phones, and let one image per thread fit into memory. 16 pixels
     * are the smallest face that any of our detectors finds.
     */
    public static final ImageLimits DEFAULT = new ImageLimits(64L << 20, DEFAULT_MAX_PIXELS, 16);

    /** As many passes over the largest image as no usual encoder needs: libjpeg's longest script has 18 scans. */
    private static final long MAX_PASSES = 20;

    /** Up to this size an image may be as plain as it likes: videos of 8K fade to black. */
    private static final long FREE_PIXELS = 36_000_000;

    /** A photo at the lowest quality has a byte for 30 pixels, a plain area one for some hundreds. */
    private static final long MAX_PIXELS_PER_BYTE = 64;

    public ImageLimits {
        if (maxBytes < 1 || maxPixels < 1 || minSide < 1) {
            throw new IllegalArgumentException("limits must be positive, were " + maxBytes + " bytes, " + maxPixels
                    + " pixels, " + minSide + " pixels a side");
        }
    }

    /** The most visits of a pixel that decoding an image may take. */
    long maxVisits() {
        return MAX_PASSES * Math.max(maxPixels, DEFAULT_MAX_PIXELS);
    }

    /** Whether a file of this size pays for so many pixels: otherwise a small one costs as much as a large photo. */
    boolean allows(long pixels, long bytes) {
        return pixels <= FREE_PIXELS || pixels / MAX_PIXELS_PER_BYTE <= bytes;
    }
}

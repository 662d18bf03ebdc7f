package io.faceline.vision.image.decode;

/**
 * Size limits of an image, checked before decoding.
 *
 * @param maxBytes size of the encoded file
 * @param maxPixels width × height as declared in the header
 * @param minSide pixels of the shorter side
 */
public record ImageLimits(long maxBytes, long maxPixels, int minSide) {
    /**
     * 64 MiB allow a 50-megapixel JPEG or a 20-megapixel lossless camera file. 100 million pixels (300 MB decoded)
     * allow every full-frame camera and the default of phones, and let one image per thread fit into memory. 16 pixels
     * are the smallest face that any of our detectors finds.
     */
    public static final ImageLimits DEFAULT = new ImageLimits(64L << 20, 100_000_000, 16);

    public ImageLimits {
        if (maxBytes < 1 || maxPixels < 1 || minSide < 1) {
            throw new IllegalArgumentException("limits must be positive, were " + maxBytes + " bytes, " + maxPixels
                    + " pixels, " + minSide + " pixels a side");
        }
    }
}

package io.faceline.vision.image.decode;

/**
 * What an image may be at most and must be at least, checked before a pixel of it is decoded.
 *
 * @param maxBytes of the encoded file
 * @param maxPixels width × height as declared in the header
 * @param minSide pixels of the shorter side
 */
public record ImageLimits(long maxBytes, long maxPixels, int minSide) {
    /**
     * 64 MiB hold a 50-megapixel JPEG or a 20-megapixel lossless file straight from a camera; 100 million pixels (300 MB
     * decoded) admit every full-frame camera and what phones save by default, so that one image a thread fits into an
     * ordinary machine; 16 pixels are what the smallest face needs that any of our detectors finds.
     */
    public static final ImageLimits DEFAULT = new ImageLimits(64L << 20, 100_000_000, 16);

    public ImageLimits {
        if (maxBytes < 1 || maxPixels < 1 || minSide < 1) {
            throw new IllegalArgumentException("limits must be positive, were " + maxBytes + " bytes, " + maxPixels
                    + " pixels, " + minSide + " pixels a side");
        }
    }
}

package io.faceline.vision.image.decode;

import java.time.Duration;

/**
 * Size limits of an image, checked before decoding.
 *
 * @param maxBytes size of the encoded file
 * @param maxPixels width × height as declared in the header
 * @param minSide pixels of the shorter side
 * @param maxDecodingTime processor time after which the decoding of an image is killed, if it is not an ordinary JPEG
 */
public record ImageLimits(long maxBytes, long maxPixels, int minSide, Duration maxDecodingTime) {
    private static final long DEFAULT_MAX_PIXELS = 100_000_000;
    private static final Duration DEFAULT_DECODING_TIME = Duration.ofSeconds(10);

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

    /**
     * Visits up to which a JPEG is decoded in this process: a photo of 16 megapixels, or a progressive one of two. They
     * take at most a tenth of a second, measured in docs/decisions/0014.
     */
    private static final long ORDINARY_VISITS = 16_500_000;

    private static final int ORDINARY_BYTES = 8 << 20;

    /** The encoded file and its copies, and what the JVM needs itself. */
    private static final int HEAP_COPIES = 4;

    private static final int JVM_MEBIBYTES = 64;

    /** 16 bits and transparency, and the picture that is made of them, with some to spare for the decoder's own. */
    private static final long DECODER_BYTES_PER_PIXEL = 14;

    /** With the default time for decoding. */
    public ImageLimits(long maxBytes, long maxPixels, int minSide) {
        this(maxBytes, maxPixels, minSide, DEFAULT_DECODING_TIME);
    }

    public ImageLimits {
        if (maxBytes < 1 || maxPixels < 1 || minSide < 1) {
            throw new IllegalArgumentException("limits must be positive, were " + maxBytes + " bytes, " + maxPixels
                    + " pixels, " + minSide + " pixels a side");
        }
    }

    /** From the arrival of an image to its answer, at most, without the search for faces. */
    public Duration longestDecoding() {
        return maxWait().multipliedBy(2).plus(maxDecodingTime.multipliedBy(Watchdog.PATIENCE));
    }

    /** How long an image waits for room or for a decoder. */
    Duration maxWait() {
        return maxDecodingTime;
    }

    /** Whether the header of an image proves that FFmpeg decodes it in little time and memory. */
    boolean isOrdinary(AdmittedImage.Jpeg jpeg) {
        return jpeg.header().isCommon()
                && jpeg.header().visits() <= ORDINARY_VISITS
                && jpeg.bytes().size() <= ORDINARY_BYTES;
    }

    /** Heap of a process that decodes any image within these limits. */
    int decoderHeapMebibytes() {
        return (int) (JVM_MEBIBYTES + HEAP_COPIES * (maxBytes >> 20));
    }

    /** Native memory of such a process. */
    long decoderBytes() {
        return 2 * maxBytes + DECODER_BYTES_PER_PIXEL * maxPixels;
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

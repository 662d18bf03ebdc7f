package io.faceline.vision.video;

import io.faceline.contracts.frame.FailureCode;

/**
 * Limits on the resources of a video.
 *
 * @param maxPixels per frame
 * @param maxJpegBytes per encoded frame; larger frames are encoded at a lower quality
 * @param maxAllocation maximum bytes of a single allocation of FFmpeg
 */
public record VideoLimits(long maxPixels, int maxJpegBytes, long maxAllocation) {
    private static final int MEBIBYTE = 1024 * 1024;

    /** Slightly more than 8K. A decoder keeps up to 16 frames, so each costs far more than a photo. */
    private static final long MAX_PIXELS = 36_000_000;

    public static final VideoLimits DEFAULT = new VideoLimits(MAX_PIXELS, 8 * MEBIBYTE, 512L * MEBIBYTE);

    /** Frames of 8 bits and full colour, or of 10 bits, that a decoder keeps: eight references and some on their way. */
    private static final long MEMORY_PER_PIXEL = 30;

    /** What the decoder takes besides frames. */
    private static final long MEMORY_BESIDES = 128L * MEBIBYTE;

    /** Bytes of native memory that decoding a video may take altogether. */
    long maxMemory() {
        return MEMORY_BESIDES + MEMORY_PER_PIXEL * maxPixels;
    }

    /** FFmpeg counts the padding of its buffers as pixels. */
    long maxPaddedPixels() {
        return maxPixels + maxPixels / 16;
    }

    void checkPixels(int width, int height) throws VideoException {
        if ((long) width * height > maxPixels) {
            throw new VideoException(
                    FailureCode.TOO_MANY_PIXELS,
                    "The video has frames of " + width + " × " + height + " pixels, the maximum is " + maxPixels
                            + ". Reduce its size.");
        }
    }
}

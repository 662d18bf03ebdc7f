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

    void checkPixels(int width, int height) throws VideoException {
        if ((long) width * height > maxPixels) {
            throw new VideoException(
                    FailureCode.TOO_MANY_PIXELS,
                    "The video has frames of " + width + " × " + height + " pixels, the maximum is " + maxPixels
                            + ". Reduce its size.");
        }
    }
}

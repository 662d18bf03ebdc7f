package io.faceline.vision.video;

import io.faceline.contracts.frame.FailureCode;

/**
 * What a video may cost.
 *
 * @param maxPixels of a frame
 * @param maxJpegBytes of a frame as it is passed on; frames that need more are encoded more coarsely
 * @param maxAllocation bytes that FFmpeg may ask for at once
 */
public record VideoLimits(long maxPixels, int maxJpegBytes, long maxAllocation) {
    private static final int MEBIBYTE = 1024 * 1024;

    /** 8K with a little to spare. A decoder keeps up to 16 frames, so that each costs far more than a photo. */
    private static final long MAX_PIXELS = 36_000_000;

    public static final VideoLimits DEFAULT = new VideoLimits(MAX_PIXELS, 8 * MEBIBYTE, 512L * MEBIBYTE);

    void checkPixels(int width, int height) throws VideoException {
        if ((long) width * height > maxPixels) {
            throw new VideoException(
                    FailureCode.TOO_MANY_PIXELS,
                    "The video has frames of " + width + " × " + height + " pixels, at most " + maxPixels
                            + " are read: make it smaller.");
        }
    }
}

package io.faceline.vision;

/**
 * How wide a face must be in the picture, in pixels, to be searched for; the smaller, the longer large pictures take.
 * Measured in docs/explanation/detection.md.
 *
 * @param inVideos of frames of videos and cameras: somebody who is far away now comes nearer in another frame, and many
 *     frames are to be looked at
 */
public record MinimumFaceSize(int inPhotos, int inVideos) {
    /** In photos what an embedder can still make something of, in videos what it names for sure. */
    public static final MinimumFaceSize DEFAULT = new MinimumFaceSize(24, 48);

    public MinimumFaceSize {
        requirePositive(inPhotos);
        requirePositive(inVideos);
    }

    private static void requirePositive(int pixels) {
        if (pixels < 1) {
            throw new IllegalArgumentException("the smallest face must be 1 pixel at least, was " + pixels);
        }
    }
}

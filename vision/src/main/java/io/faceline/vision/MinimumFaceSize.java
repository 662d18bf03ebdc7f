package io.faceline.vision;

/**
 * Minimum width in pixels of the faces to search for. Smaller values make large images slower. Measured in
 * docs/explanation/detection.md.
 *
 * @param inVideos larger for videos and cameras: a distant person comes closer in other frames, and many frames must be
 *     analysed
 */
public record MinimumFaceSize(int inPhotos, int inVideos) {
    /** Photos: the smallest faces an embedder can use. Videos: the smallest faces it identifies reliably. */
    public static final MinimumFaceSize DEFAULT = new MinimumFaceSize(24, 48);

    public MinimumFaceSize {
        requirePositive(inPhotos);
        requirePositive(inVideos);
    }

    private static void requirePositive(int pixels) {
        if (pixels < 1) {
            throw new IllegalArgumentException("the minimum face size must be at least 1 pixel, was " + pixels);
        }
    }
}

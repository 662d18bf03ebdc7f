package io.faceline.vision.image.header;

/** The header of any format but JPEG. */
public record GeneralHeader(
        ImageKind kind,
        long width,
        long height,
        Orientation orientation,
        boolean hasAlpha,
        boolean isAnimated,
        DecodingWork work)
        implements ImageHeader {
    /** A still, opaque, upright image. */
    static GeneralHeader plain(ImageKind kind, long width, long height) {
        return new GeneralHeader(kind, width, height, Orientation.NONE, false, false, DecodingWork.ONE_PASS);
    }
}

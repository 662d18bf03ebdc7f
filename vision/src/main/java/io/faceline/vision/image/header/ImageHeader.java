package io.faceline.vision.image.header;

import io.faceline.contracts.frame.FailureCode;
import io.faceline.vision.image.ImageException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The header of an image: size as decoded, orientation, transparency and animation. Parsed by hand because a metadata
 * library parses far more, decompresses data and trusts it; this code reads a few bytes and allocates nothing.
 */
public record ImageHeader(long width, long height, Orientation orientation, boolean hasAlpha, boolean isAnimated) {
    private static final int MAX_TILE_SIDE = 8192;

    public static ImageHeader read(ImageKind kind, byte[] bytes) throws ImageException {
        try {
            return switch (kind) {
                case JPEG -> JpegHeader.read(bytes).toImageHeader();
                case PNG -> PngHeader.read(ByteBuffer.wrap(bytes));
                case WEBP -> WebpHeader.read(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
                case BMP -> bmp(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
                case TIFF -> tiff(ByteBuffer.wrap(bytes));
            };
        } catch (IndexOutOfBoundsException e) {
            throw new ImageException(
                    FailureCode.DAMAGED_IMAGE, "The " + kind + " is truncated before its size. Send it again.", e);
        }
    }

    /** A still, opaque, upright image. */
    static ImageHeader plain(long width, long height) {
        return new ImageHeader(width, height, Orientation.NONE, false, false);
    }

    /** OS/2 1.x files have a header of 12 bytes with 16-bit numbers; a negative height means top row first. */
    private static ImageHeader bmp(ByteBuffer bytes) {
        if (bytes.getInt(14) == 12) {
            return plain(Short.toUnsignedLong(bytes.getShort(18)), Short.toUnsignedLong(bytes.getShort(20)));
        }
        return plain(Integer.toUnsignedLong(bytes.getInt(18)), Math.abs((long) bytes.getInt(22)));
    }

    /** OpenCV always applies the orientation of a TIFF, so this is the size after rotation, without an orientation. */
    private static ImageHeader tiff(ByteBuffer bytes) throws ImageException {
        var directory = TiffDirectory.read(bytes);
        checkTiles(directory);
        var width = directory.number(TiffDirectory.IMAGE_WIDTH).orElse(0);
        var height = directory.number(TiffDirectory.IMAGE_HEIGHT).orElse(0);
        var swapsSides = directory.orientation().swapsSides();
        return new ImageHeader(
                swapsSides ? height : width, swapsSides ? width : height, Orientation.NONE, hasAlpha(directory), false);
    }

    /** A fourth sample is alpha unless the file declares otherwise. */
    private static boolean hasAlpha(TiffDirectory directory) {
        return directory.number(TiffDirectory.PHOTOMETRIC).orElse(0) == TiffDirectory.RGB
                && directory.number(TiffDirectory.SAMPLES_PER_PIXEL).orElse(1) == 4
                && directory.number(TiffDirectory.EXTRA_SAMPLES).orElse(2) != 0;
    }

    /** A tile is allocated completely, however small the image is. */
    private static void checkTiles(TiffDirectory directory) throws ImageException {
        var width = directory.number(TiffDirectory.TILE_WIDTH).orElse(0);
        var height = directory.number(TiffDirectory.TILE_HEIGHT).orElse(0);
        if (width > MAX_TILE_SIDE || height > MAX_TILE_SIDE) {
            throw new ImageException(
                    FailureCode.TOO_MANY_PIXELS,
                    "The TIFF declares tiles of " + width + " × " + height + " pixels. Save it without tiles.");
        }
    }

    /** The declared number of pixels, capped at {@code Long.MAX_VALUE}. */
    public long pixels() {
        return width == 0 || height <= Long.MAX_VALUE / width ? width * height : Long.MAX_VALUE;
    }

    public long shorterSide() {
        return Math.min(width, height);
    }
}

package io.faceline.vision.image.header;

import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.vision.image.ImageException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What an image says of itself before its pixels: size as its codec gives it, how to turn it then, whether parts may be
 * transparent or move. Read by hand because a metadata library reads far more than that, unpacks what is compressed and
 * trusts what it finds; here a few bytes are looked at and nothing is allocated.
 */
public record ImageHeader(long width, long height, Orientation orientation, boolean hasAlpha, boolean isAnimated) {
    private static final int MAX_TILE_SIDE = 8192;

    public static ImageHeader read(ImageKind kind, Blob image) throws ImageException {
        var bytes = image.asReadOnlyBuffer();
        try {
            return switch (kind) {
                case JPEG -> JpegHeader.read(image).toImageHeader();
                case PNG -> PngHeader.read(bytes);
                case WEBP -> WebpHeader.read(bytes.order(ByteOrder.LITTLE_ENDIAN));
                case BMP -> bmp(bytes.order(ByteOrder.LITTLE_ENDIAN));
                case TIFF -> tiff(bytes);
            };
        } catch (IndexOutOfBoundsException e) {
            throw new ImageException(
                    FailureCode.DAMAGED_IMAGE,
                    "The " + kind + " ends before it says how large it is: the file is cut off, send it again.",
                    e);
        }
    }

    /** A still, opaque, upright image. */
    static ImageHeader plain(long width, long height) {
        return new ImageHeader(width, height, Orientation.NONE, false, false);
    }

    /** OS/2 files of the first kind have a header of 12 bytes with short numbers; a negative height means top row first. */
    private static ImageHeader bmp(ByteBuffer bytes) {
        if (bytes.getInt(14) == 12) {
            return plain(Short.toUnsignedLong(bytes.getShort(18)), Short.toUnsignedLong(bytes.getShort(20)));
        }
        return plain(Integer.toUnsignedLong(bytes.getInt(18)), Math.abs((long) bytes.getInt(22)));
    }

    /** OpenCV turns a TIFF by itself, whatever it is told, so the size is given as turned and nothing is left to do. */
    private static ImageHeader tiff(ByteBuffer bytes) throws ImageException {
        var directory = TiffDirectory.read(bytes);
        refuseHugeTiles(directory);
        var width = directory.number(TiffDirectory.IMAGE_WIDTH).orElse(0);
        var height = directory.number(TiffDirectory.IMAGE_HEIGHT).orElse(0);
        var swapsSides = directory.orientation().swapsSides();
        return new ImageHeader(
                swapsSides ? height : width, swapsSides ? width : height, Orientation.NONE, hasAlpha(directory), false);
    }

    /** A fourth sample beside red, green and blue, unless the file says that it means something else. */
    private static boolean hasAlpha(TiffDirectory directory) {
        return directory.number(TiffDirectory.PHOTOMETRIC).orElse(0) == TiffDirectory.RGB
                && directory.number(TiffDirectory.SAMPLES_PER_PIXEL).orElse(1) == 4
                && directory.number(TiffDirectory.EXTRA_SAMPLES).orElse(2) != 0;
    }

    /** A tile is allocated whole, however small the image on it is. */
    private static void refuseHugeTiles(TiffDirectory directory) throws ImageException {
        var width = directory.number(TiffDirectory.TILE_WIDTH).orElse(0);
        var height = directory.number(TiffDirectory.TILE_HEIGHT).orElse(0);
        if (width > MAX_TILE_SIDE || height > MAX_TILE_SIDE) {
            throw new ImageException(
                    FailureCode.TOO_MANY_PIXELS,
                    "The TIFF declares tiles of " + width + " × " + height + " pixels: save it without tiles.");
        }
    }

    /** The pixels as declared; more than fit into a long are as many as a long can say. */
    public long pixels() {
        return width == 0 || height <= Long.MAX_VALUE / width ? width * height : Long.MAX_VALUE;
    }

    public long shorterSide() {
        return Math.min(width, height);
    }
}

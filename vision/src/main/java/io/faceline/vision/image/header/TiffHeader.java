package io.faceline.vision.image.header;

import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.vision.image.ImageException;

/** What the first directory of a TIFF says of its image. */
final class TiffHeader {
    private static final int MAX_TILE_SIDE = 8192;

    private TiffHeader() {}

    /** OpenCV turns a TIFF by itself, whatever it is told, so the size is given as turned and nothing is left to do. */
    static GeneralHeader read(Blob tiff) throws ImageException {
        var directory = TiffDirectory.read(tiff.asReadOnlyBuffer());
        refuseHugeTiles(directory);
        var width = directory.number(TiffDirectory.IMAGE_WIDTH).orElse(0);
        var height = directory.number(TiffDirectory.IMAGE_HEIGHT).orElse(0);
        var swapsSides = directory.orientation().swapsSides();
        return new GeneralHeader(
                ImageKind.TIFF,
                swapsSides ? height : width,
                swapsSides ? width : height,
                Orientation.NONE,
                hasAlpha(directory),
                false,
                new TiffWork(directory, width, height).of(tiff));
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
}

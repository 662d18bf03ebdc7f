package io.faceline.vision.image.header;

import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.vision.image.ImageException;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * The header of an image: size as decoded, orientation, transparency and animation. Parsed by hand because a metadata
 * library parses far more, decompresses data and trusts it; this code reads a few bytes and allocates nothing.
 */
public sealed interface ImageHeader permits JpegHeader, GeneralHeader {
    ImageKind kind();

    long width();

    long height();

    Orientation orientation();

    boolean hasAlpha();

    boolean isAnimated();

    /** The pixels as declared; more than fit into a long are as many as a long can say. */
    default long pixels() {
        return width() == 0 || height() <= Long.MAX_VALUE / width() ? width() * height() : Long.MAX_VALUE;
    }

    /** What decoding costs, to be compared with a limit before it begins. */
    DecodingWork work();

    /** Visits of a pixel that decoding takes, as {@link DecodingWork} counts them. */
    default long visits() {
        return work().of(pixels());
    }

    /** What this image has more of than any of its format, such as "78,000 scans, the maximum is 100". */
    default Optional<String> excess() {
        return Optional.empty();
    }

    default long shorterSide() {
        return Math.min(width(), height());
    }

    /** @throws ImageException when the bytes end too soon */
    static ImageHeader read(ImageKind kind, Blob image) throws ImageException {
        var bytes = image.asReadOnlyBuffer();
        try {
            return switch (kind) {
                case JPEG -> JpegHeader.read(image);
                case PNG -> PngHeader.read(bytes);
                case WEBP -> WebpHeader.read(bytes.order(ByteOrder.LITTLE_ENDIAN));
                case BMP -> BmpHeader.read(bytes.order(ByteOrder.LITTLE_ENDIAN));
                case TIFF -> TiffHeader.read(image);
            };
        } catch (IndexOutOfBoundsException e) {
            throw new ImageException(
                    FailureCode.DAMAGED_IMAGE, "The " + kind + " is truncated before its size. Send it again.", e);
        }
    }
}

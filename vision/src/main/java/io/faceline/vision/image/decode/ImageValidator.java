package io.faceline.vision.image.decode;

import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.image.header.GeneralHeader;
import io.faceline.vision.image.header.ImageHeader;
import io.faceline.vision.image.header.ImageKind;
import io.faceline.vision.image.header.JpegHeader;
import java.util.Locale;

/** Admits an encoded image to decoding, or says why not, from its length and its header alone. */
record ImageValidator(ImageLimits limits) {
    AdmittedImage admit(Blob bytes) throws ImageException {
        checkBytes(bytes.size());
        var kind = ImageKind.sniff(bytes).orElseThrow(() -> unsupported(bytes));
        var header = ImageHeader.read(kind, bytes);
        checkPixels(header);
        return admitted(bytes, header);
    }

    private static AdmittedImage admitted(Blob bytes, ImageHeader header) {
        if (header instanceof JpegHeader jpeg) {
            return new AdmittedImage.Jpeg(bytes, jpeg);
        }
        if (header instanceof GeneralHeader other) {
            return new AdmittedImage.Other(bytes, other);
        }
        throw new IllegalStateException("ImageHeader is sealed: " + header);
    }

    private void checkBytes(int length) throws ImageException {
        if (length == 0) {
            throw new ImageException(FailureCode.EMPTY_FILE, "The file is empty: send it again.");
        }
        if (length > limits.maxBytes()) {
            throw refused(
                    FailureCode.TOO_MANY_BYTES,
                    "The file has %,d bytes, at most %,d are taken: save it smaller.",
                    length,
                    limits.maxBytes());
        }
    }

    private void checkPixels(ImageHeader header) throws ImageException {
        if (header.shorterSide() < limits.minSide()) {
            throw refused(
                    FailureCode.TOO_SMALL,
                    "The image is %d × %d pixels, each side must have at least %d: send a larger one.",
                    header.width(),
                    header.height(),
                    limits.minSide());
        }
        if (header.pixels() > limits.maxPixels()) {
            throw refused(
                    FailureCode.TOO_MANY_PIXELS,
                    "The image declares %d × %d pixels, at most %,d in all are taken: save it smaller.",
                    header.width(),
                    header.height(),
                    limits.maxPixels());
        }
    }

    private static ImageException unsupported(Blob bytes) {
        return refused(
                FailureCode.UNSUPPORTED_FORMAT,
                "The file is %s: save it as JPEG, PNG, WebP, BMP or TIFF.",
                UnsupportedFormat.nameOf(bytes));
    }

    private static ImageException refused(FailureCode code, String format, Object... values) {
        return new ImageException(code, String.format(Locale.ROOT, format, values));
    }
}

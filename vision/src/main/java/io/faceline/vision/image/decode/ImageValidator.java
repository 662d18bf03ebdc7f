package io.faceline.vision.image.decode;

import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.image.header.GeneralHeader;
import io.faceline.vision.image.header.ImageHeader;
import io.faceline.vision.image.header.ImageKind;
import io.faceline.vision.image.header.JpegHeader;
import java.util.Locale;

/** Validates an encoded image before decoding, from its length and header only. */
record ImageValidator(ImageLimits limits) {
    AdmittedImage admit(Blob bytes) throws ImageException {
        checkBytes(bytes.size());
        var kind = ImageKind.sniff(bytes).orElseThrow(() -> unsupported(bytes));
        var header = ImageHeader.read(kind, bytes);
        checkPixels(header);
        checkWork(header, bytes.size());
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
            throw new ImageException(FailureCode.EMPTY_FILE, "The file is empty. Send it again.");
        }
        if (length > limits.maxBytes()) {
            throw rejected(
                    FailureCode.TOO_MANY_BYTES,
                    "The file has %,d bytes, the maximum is %,d. Reduce its size.",
                    length,
                    limits.maxBytes());
        }
    }

    private void checkPixels(ImageHeader header) throws ImageException {
        if (header.shorterSide() < limits.minSide()) {
            throw rejected(
                    FailureCode.TOO_SMALL,
                    "The image has %d × %d pixels, the minimum for each side is %d. Send a larger image.",
                    header.width(),
                    header.height(),
                    limits.minSide());
        }
        if (header.pixels() > limits.maxPixels()) {
            throw rejected(
                    FailureCode.TOO_MANY_PIXELS,
                    "The image declares %d × %d pixels, the maximum is %,d in total. Reduce its size.",
                    header.width(),
                    header.height(),
                    limits.maxPixels());
        }
    }

    private void checkWork(ImageHeader header, int bytes) throws ImageException {
        if (header.excess().isPresent()) {
            throw rejected(
                    FailureCode.TOO_COSTLY,
                    "The %s has %s. Open it and save it again.",
                    header.kind(),
                    header.excess().get());
        }
        if (header.visits() > limits.maxVisits()) {
            throw rejected(
                    FailureCode.TOO_COSTLY,
                    "Decoding the %s of %d × %d pixels would take %,d steps, the maximum is %,d: it has more scans, tables,"
                            + " strips or compressed texts than such an image needs. Open it and save it again.",
                    header.kind(),
                    header.width(),
                    header.height(),
                    header.visits(),
                    limits.maxVisits());
        }
        if (!limits.allows(header.pixels(), bytes)) {
            throw rejected(
                    FailureCode.TOO_COSTLY,
                    "The image has %,d pixels in only %,d bytes, so that it shows next to nothing at the cost of a large"
                            + " photo. Reduce its size.",
                    header.pixels(),
                    bytes);
        }
    }

    private static ImageException unsupported(Blob bytes) {
        return new ImageException(FailureCode.UNSUPPORTED_FORMAT, UnsupportedFormat.message(bytes));
    }

    private static ImageException rejected(FailureCode code, String format, Object... values) {
        return new ImageException(code, String.format(Locale.ROOT, format, values));
    }
}

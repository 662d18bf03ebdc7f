package io.faceline.vision.image.decode;

import io.faceline.contracts.Blob;
import io.faceline.vision.image.header.GeneralHeader;
import io.faceline.vision.image.header.ImageHeader;
import io.faceline.vision.image.header.JpegHeader;

/**
 * An encoded image within the limits, with its header as it was read to find that out. {@link ImageValidator} makes it
 * and the decoders take nothing else: no image is decoded that was not admitted, and no header is read twice.
 */
sealed interface AdmittedImage {
    Blob bytes();

    ImageHeader header();

    record Jpeg(Blob bytes, JpegHeader header) implements AdmittedImage {
        boolean hasEnd() {
            return header.hasEnd(bytes);
        }
    }

    /** Of any other format. */
    record Other(Blob bytes, GeneralHeader header) implements AdmittedImage {}
}

package io.faceline.vision.image.decode;

import io.faceline.contracts.Blob;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.image.header.ImageKind;

/** Tells from the header alone what an image is and whether it is within the limits, without decoding it. Thread-safe. */
public final class ImageInspector {
    private final ImageValidator validator;

    /** @param pixels width × height as declared */
    public record Inspected(ImageKind kind, long pixels) {}

    public ImageInspector(ImageLimits limits) {
        this.validator = new ImageValidator(limits);
    }

    /** @throws ImageException when the image exceeds a limit, or is none */
    public Inspected inspect(Blob image) throws ImageException {
        var header = validator.admit(image).header();
        return new Inspected(header.kind(), header.pixels());
    }
}

package io.faceline.ingest.photo;

import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.image.decode.ImageInspector;
import io.faceline.vision.image.decode.ImageLimits;
import io.faceline.vision.image.decode.PhotoEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Validates photos before they are decoded and re-encodes those that are too large for Kafka. */
public final class PhotoReader {
    private final ImageLimits limits;
    private final ImageInspector inspector;
    private final PhotoEncoder encoder = new PhotoEncoder();

    public PhotoReader(ImageLimits limits) {
        this.limits = limits;
        this.inspector = new ImageInspector(limits);
    }

    /** The limits of an accepted photo; later decoders of the same photos should apply the same. */
    public ImageLimits limits() {
        return limits;
    }

    public Blob read(Path file) throws ImageException {
        return accept(bytes(file));
    }

    /** What a photo is, by its header alone. */
    ImageInspector.Inspected inspect(Blob photo) throws ImageException {
        return inspector.inspect(photo);
    }

    public Blob accept(Blob photo) throws ImageException {
        return encoder.forKafka(photo, limits);
    }

    private Blob bytes(Path file) throws ImageException {
        try {
            var size = Files.size(file);
            if (size > limits.maxBytes()) {
                throw new ImageException(
                        FailureCode.TOO_MANY_BYTES,
                        "the file has " + size + " bytes, at most " + limits.maxBytes()
                                + " are allowed; send a smaller one");
            }
            return Blob.wrap(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new ImageException(FailureCode.UNREADABLE_FILE, "the file cannot be read: " + e.getMessage(), e);
        }
    }
}

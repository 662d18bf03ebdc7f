package io.faceline.contracts.person;

import io.faceline.contracts.Blob;
import io.faceline.contracts.identity.ReferenceId;
import java.time.Instant;

/**
 * A photo that a reference was made of.
 *
 * @param cropJpeg the aligned crop as a small JPEG; empty in a person of the topic {@code people}, where the crop is a
 *     {@link PhotoCrop} of its own, unless an earlier version wrote the person
 */
public record PersonPhoto(ReferenceId reference, Blob cropJpeg, double quality, Instant enrolledAt) {
    private static final Blob NONE = Blob.wrap(new byte[0]);

    public boolean hasCrop() {
        return cropJpeg.size() > 0;
    }

    public PersonPhoto withoutCrop() {
        return with(NONE);
    }

    /** The same photo with this crop. */
    public PersonPhoto with(Blob crop) {
        return new PersonPhoto(reference, crop, quality, enrolledAt);
    }
}

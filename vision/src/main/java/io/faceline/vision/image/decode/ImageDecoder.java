package io.faceline.vision.image.decode;

import io.faceline.contracts.Blob;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.image.Picture;
import io.faceline.vision.process.Isolation;
import java.util.Optional;

/**
 * Decodes an image (JPEG, PNG, WebP, BMP, TIFF) to an upright picture: applies the EXIF orientation, blends
 * transparency over white, and takes the first frame or page. Limits are checked from the header before decoding.
 * Ordinary JPEGs are decoded in this process, since their header bounds the work; all others in a process that can be
 * killed (docs/decisions/0014). Large pictures wait until there is room for them. Thread-safe.
 */
public final class ImageDecoder {
    private final ImageValidator validator;
    private final DecodersNextDoor nextDoor;
    private final PictureRoom room;
    private final LocalDecoder local = new LocalDecoder();

    public ImageDecoder(ImageLimits limits) {
        this(limits, DecodersNextDoor.shared(limits), PictureRoom.SHARED);
        Isolation.detected();
    }

    ImageDecoder(ImageLimits limits, DecodersNextDoor nextDoor, PictureRoom room) {
        this.validator = new ImageValidator(limits);
        this.nextDoor = nextDoor;
        this.room = room;
    }

    /** The caller closes the picture. */
    public Picture decode(Blob bytes) throws ImageException {
        var image = validator.admit(bytes);
        var place = room.take(image.header(), validator.limits());
        try {
            return decode(image).then(place::close);
        } catch (ImageException | RuntimeException e) {
            place.close();
            throw e;
        }
    }

    private Picture decode(AdmittedImage image) throws ImageException {
        var ordinary =
                image instanceof AdmittedImage.Jpeg jpeg && validator.limits().isOrdinary(jpeg)
                        ? local.decodeOrdinary(jpeg)
                        : Optional.<Picture>empty();
        return ordinary.isPresent() ? ordinary.get() : nextDoor.decode(image);
    }
}

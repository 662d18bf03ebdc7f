package io.faceline.vision.image.decode;

import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.vision.image.Codec;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.image.Picture;
import io.faceline.vision.image.header.ImageKind;
import io.faceline.vision.process.Isolation;

/**
 * Prepares a user's photo for a frame. Photos within the size limit are passed on unchanged after their header is
 * checked. Larger ones, those with more bytes than their pixels explain, and TIFF, which browsers cannot show, are
 * re-encoded as an upright JPEG at full resolution: what a frame takes of the disk is paid for with pixels.
 * Thread-safe.
 */
public final class PhotoEncoder {
    /** 8 MiB: the maximum size of a frame's image. */
    public static final int MAX_FRAME_BYTES = 8 << 20;

    /** From visually lossless down to the lowest quality that still shows faces well at high resolutions. */
    private static final int[] JPEG_QUALITIES = {95, 88, 75, 60, 40};

    /** Lossless noise with transparency takes as many, and no photo more. */
    private static final int MAX_BYTES_PER_PIXEL = 4;

    /** For metadata: a thumbnail, a colour profile. */
    private static final int FREE_BYTES = 64 << 10;

    private static final int MAX_JPEG_SIDE = 65_500;

    public PhotoEncoder() {
        Isolation.detected();
    }

    /** The image must keep the limits in any case; damage beyond its header shows only where it is decoded. */
    public Blob forKafka(Blob original, ImageLimits limits) throws ImageException {
        var admitted = new ImageValidator(limits).admit(original);
        if (original.size() <= MAX_FRAME_BYTES
                && isExplainedByPixels(admitted)
                && admitted.header().kind() != ImageKind.TIFF) {
            return original;
        }
        var place = PictureRoom.SHARED.take(admitted.header(), limits);
        try {
            return DecodersNextDoor.shared(limits).reencode(original);
        } finally {
            place.close();
        }
    }

    private static boolean isExplainedByPixels(AdmittedImage image) {
        return image.bytes().size() - FREE_BYTES <= image.header().pixels() * MAX_BYTES_PER_PIXEL;
    }

    /** Decodes an image in this process and encodes it again, so that it fits into a frame. */
    static Blob encode(AdmittedImage original, LocalDecoder decoder) throws ImageException {
        try (var picture = decoder.decode(original)) {
            if (Math.max(picture.width(), picture.height()) > MAX_JPEG_SIDE) {
                throw new ImageException(
                        FailureCode.TOO_MANY_PIXELS,
                        "The image has a side of more than " + MAX_JPEG_SIDE + " pixels. Reduce its size.");
            }
            return encode(picture);
        }
    }

    private static Blob encode(Picture picture) throws ImageException {
        for (var quality : JPEG_QUALITIES) {
            var jpeg = Codec.jpeg(picture.bgr(), quality);
            if (jpeg.length <= MAX_FRAME_BYTES) {
                return Blob.wrap(jpeg);
            }
        }
        throw new ImageException(
                FailureCode.TOO_MANY_BYTES,
                "The image has more than " + MAX_FRAME_BYTES
                        + " bytes even as a JPEG of low quality. Reduce its size.");
    }
}

package io.faceline.evaluation.degradation;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.Face;
import io.faceline.vision.image.Picture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Degrades a photo and encodes it again without loss, so that it is processed like any photo. */
public final class DegradedPhoto {
    private DegradedPhoto() {}

    /** @return a BMP, which is quick to write */
    public static Blob of(Picture picture, Face face, Degradation degradation, long seed) {
        var photo = Canvas.empty(picture.width(), picture.height());
        System.arraycopy(picture.pixels(), 0, Canvas.bytes(photo), 0, Canvas.bytes(photo).length);
        return bmp(degradation.apply(photo, face, new Random(seed)));
    }

    private static Blob bmp(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "bmp", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to memory", e);
        }
        return Blob.wrap(bytes.toByteArray());
    }
}

package io.faceline.evaluation.degradation;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.AlignedCrop;
import io.faceline.contracts.face.Face;
import io.faceline.vision.image.Picture;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Makes pictures of pictures without encoding them in between. The caller closes them. */
public final class PictureImages {
    private PictureImages() {}

    /** Degrades a picture. */
    public static Picture degraded(Picture picture, Face face, Degradation degradation, long seed) {
        return picture(degradation.apply(image(picture), face, new Random(seed)));
    }

    /** Adds a black margin of this share of each side. */
    public static Picture padded(Picture picture, double share) {
        var width = (int) (picture.width() * (1 + 2 * share));
        var height = (int) (picture.height() * (1 + 2 * share));
        return picture(Canvas.onBackground(image(picture), width, height, Color.BLACK));
    }

    /** Resizes a square of a picture to an aligned crop. */
    public static AlignedCrop crop(Picture picture, int left, int top, int side) {
        var square = Canvas.empty(side, side);
        Canvas.draw(square, graphics -> graphics.drawImage(image(picture), -left, -top, null));
        return new AlignedCrop(Blob.wrap(Canvas.bytes(Canvas.resize(square, AlignedCrop.SIDE, AlignedCrop.SIDE))));
    }

    private static BufferedImage image(Picture picture) {
        var image = Canvas.empty(picture.width(), picture.height());
        System.arraycopy(picture.pixels(), 0, Canvas.bytes(image), 0, Canvas.bytes(image).length);
        return image;
    }

    private static Picture picture(BufferedImage image) {
        return Picture.ofPixels(Canvas.bytes(image), image.getWidth(), image.getHeight());
    }
}

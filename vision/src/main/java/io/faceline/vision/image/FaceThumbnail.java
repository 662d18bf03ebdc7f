package io.faceline.vision.image;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.BoundingBox;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * A face with its surroundings, cropped from an image.
 *
 * @param jpeg {@code side} × {@code side} pixels, without annotations
 * @param box bounding box of the face, relative to this image
 */
public record FaceThumbnail(Blob jpeg, int side, BoundingBox box) {
    private static final int JPEG_QUALITY = 85;

    /** Side of the crop relative to the face. */
    private static final double SURROUNDINGS = 2.6;

    /** Small faces need more context to be recognisable as faces. */
    private static final int MIN_PIXELS = 160;

    /** @param maxSide maximum side of the result in pixels; smaller crops are not enlarged */
    public static FaceThumbnail of(Picture picture, BoundingBox face, int maxSide) {
        var region = region(picture, face);
        var side = Math.min(maxSide, region.width);
        var part = picture.bgr().submat(region);
        var scaled = new Mat();
        try {
            Imgproc.resize(part, scaled, new Size(side, side), 0, 0, Imgproc.INTER_AREA);
            return new FaceThumbnail(Blob.wrap(Codec.jpeg(scaled, JPEG_QUALITY)), side, within(region, picture, face));
        } finally {
            scaled.release();
            part.release();
        }
    }

    /** A square around the centre of the face, shifted into the image. */
    private static Rect region(Picture picture, BoundingBox face) {
        var wanted = SURROUNDINGS * Math.max(face.w() * picture.width(), face.h() * picture.height());
        var max = Math.min(picture.width(), picture.height());
        var side = (int) Math.round(Math.min(max, Math.max(MIN_PIXELS, wanted)));
        return new Rect(
                start((face.x() + face.w() / 2) * picture.width(), side, picture.width()),
                start((face.y() + face.h() / 2) * picture.height(), side, picture.height()),
                side,
                side);
    }

    private static int start(double centre, int side, int length) {
        return (int) Math.round(Math.max(0, Math.min(length - side, centre - side / 2.0)));
    }

    private static BoundingBox within(Rect region, Picture picture, BoundingBox face) {
        var left = face.x() * picture.width() - region.x;
        var top = face.y() * picture.height() - region.y;
        return BoundingBox.ofPixels(
                left,
                top,
                left + face.w() * picture.width(),
                top + face.h() * picture.height(),
                region.width,
                region.height);
    }
}

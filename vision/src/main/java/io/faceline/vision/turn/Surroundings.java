package io.faceline.vision.turn;

import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Point;
import io.faceline.vision.detect.Detection;
import io.faceline.vision.image.Picture;
import org.opencv.core.Mat;
import org.opencv.core.Rect;

/** A face with as much of the image around it as a detector needs. */
record Surroundings(Rect region, int imageWidth, int imageHeight) {
    /** Width and height relative to the longer side of the face. */
    private static final double SIDES = 3;

    /** A square around the face, clipped to the image. */
    static Surroundings of(BoundingBox face, Picture picture) {
        var centreX = (face.x() + face.w() / 2) * picture.width();
        var centreY = (face.y() + face.h() / 2) * picture.height();
        var half = SIDES / 2 * Math.max(face.w() * picture.width(), face.h() * picture.height());
        var left = clip(centreX - half, picture.width() - 1);
        var top = clip(centreY - half, picture.height() - 1);
        var right = Math.max(left + 1, clip(centreX + half, picture.width()));
        var bottom = Math.max(top + 1, clip(centreY + half, picture.height()));
        return new Surroundings(new Rect(left, top, right - left, bottom - top), picture.width(), picture.height());
    }

    private static int clip(double value, int max) {
        return (int) Math.round(Math.max(0, Math.min(max, value)));
    }

    /** The pixels, not a copy; the caller releases the view. */
    Mat of(Picture picture) {
        return picture.bgr().submat(region);
    }

    /** A detection of the region, in the image. */
    Detection toImage(Detection detection) {
        return detection.map(point -> new Point(
                (region.x + point.x() * region.width) / imageWidth,
                (region.y + point.y() * region.height) / imageHeight));
    }
}

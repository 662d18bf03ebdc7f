package io.faceline.tracking;

import io.faceline.contracts.face.BoundingBox;

/**
 * Where and when a face was seen.
 *
 * @param seconds position in the video
 * @param imageWidth in pixels of the upright image
 */
record FaceLocation(BoundingBox box, double seconds, int imageWidth, int imageHeight) {
    /** Of the centre, in pixels. */
    double centreX() {
        return (box.x() + box.w() / 2) * imageWidth;
    }

    /** Of the centre, in pixels. */
    double centreY() {
        return (box.y() + box.h() / 2) * imageHeight;
    }

    /** The side of a square of the same area, in pixels. */
    double size() {
        return Math.sqrt(box.w() * imageWidth * box.h() * imageHeight);
    }

    /** This box, moved by so many pixels. */
    BoundingBox moved(double byX, double byY) {
        var left = box.x() * imageWidth + byX;
        var top = box.y() * imageHeight + byY;
        return BoundingBox.ofPixels(
                left, top, left + box.w() * imageWidth, top + box.h() * imageHeight, imageWidth, imageHeight);
    }
}

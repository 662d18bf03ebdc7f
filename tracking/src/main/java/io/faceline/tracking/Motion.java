package io.faceline.tracking;

import io.faceline.contracts.face.BoundingBox;

/**
 * Where a face was last and how fast it went. All in pixels of the upright image, for shares of its width and of its
 * height cannot be compared.
 *
 * @param velocityX pixels a second
 */
record Motion(FaceObservation last, double velocityX, double velocityY) {
    /** Nobody goes on in a straight line for longer. */
    private static final double MAX_AHEAD_SECONDS = 0.5;

    /** How much of the newest step goes into the velocity; the rest is what it was. */
    private static final double NEWEST = 0.6;

    static Motion at(FaceObservation face) {
        return new Motion(face, 0, 0);
    }

    Motion to(FaceObservation face) {
        var seconds = seconds(face);
        if (seconds <= 0 || seconds > MAX_AHEAD_SECONDS) {
            return at(face);
        }
        return new Motion(
                face,
                mix((centreX(face) - centreX(last)) / seconds, velocityX),
                mix((centreY(face) - centreY(last)) / seconds, velocityY));
    }

    /** Seconds since the face was seen, never negative. */
    double seconds(FaceObservation face) {
        return Math.max(0, face.position() - last.position());
    }

    /** Overlap with where the face was, or where it should be by now, whichever is more. */
    double iou(FaceObservation face) {
        return Math.max(last.box().iou(face.box()), expected(face).iou(face.box()));
    }

    /** How far the face is from where it was, or should be, whichever is nearer; 1 is the mean size of both. */
    double distance(FaceObservation face) {
        var toX = centreX(face) - centreX(last);
        var toY = centreY(face) - centreY(last);
        var ahead = ahead(face);
        var pixels = Math.min(Math.hypot(toX, toY), Math.hypot(toX - velocityX * ahead, toY - velocityY * ahead));
        return pixels / Math.max(1, (size(face) + size(last)) / 2);
    }

    /** How many times the larger is as large as the smaller, at least 1. */
    double growth(FaceObservation face) {
        var larger = Math.max(size(face), size(last));
        return larger / Math.max(1, Math.min(size(face), size(last)));
    }

    private BoundingBox expected(FaceObservation face) {
        var left = last.box().x() * last.imageWidth() + velocityX * ahead(face);
        var top = last.box().y() * last.imageHeight() + velocityY * ahead(face);
        var width = last.box().w() * last.imageWidth();
        var height = last.box().h() * last.imageHeight();
        return BoundingBox.ofPixels(left, top, left + width, top + height, last.imageWidth(), last.imageHeight());
    }

    private double ahead(FaceObservation face) {
        return Math.min(MAX_AHEAD_SECONDS, seconds(face));
    }

    private static double mix(double newest, double before) {
        return NEWEST * newest + (1 - NEWEST) * before;
    }

    private static double centreX(FaceObservation face) {
        return (face.box().x() + face.box().w() / 2) * face.imageWidth();
    }

    private static double centreY(FaceObservation face) {
        return (face.box().y() + face.box().h() / 2) * face.imageHeight();
    }

    private static double size(FaceObservation face) {
        return Math.sqrt(face.box().w() * face.imageWidth() * face.box().h() * face.imageHeight());
    }
}

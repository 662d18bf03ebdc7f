package io.faceline.tracking;

import io.faceline.contracts.face.BoundingBox;

/**
 * The last position and the velocity of a face, in pixels of the upright image, because fractions of its width and
 * height are not comparable.
 *
 * @param velocityX pixels per second
 */
record Motion(FaceObservation last, double velocityX, double velocityY) {
    /** Maximum time for which a straight movement is extrapolated. */
    private static final double MAX_EXTRAPOLATION_SECONDS = 0.5;

    /** Smoothing factor: the weight of the newest step in the velocity. */
    private static final double SMOOTHING = 0.6;

    static Motion at(FaceObservation face) {
        return new Motion(face, 0, 0);
    }

    Motion movedTo(FaceObservation face) {
        var seconds = seconds(face);
        if (seconds <= 0 || seconds > MAX_EXTRAPOLATION_SECONDS) {
            return at(face);
        }
        return new Motion(
                face,
                smooth((centreX(face) - centreX(last)) / seconds, velocityX),
                smooth((centreY(face) - centreY(last)) / seconds, velocityY));
    }

    /** Seconds since the last observation, never negative. */
    double seconds(FaceObservation face) {
        return Math.max(0, face.position() - last.position());
    }

    /** The larger of the overlaps with the last and the predicted position. */
    double iou(FaceObservation face) {
        return Math.max(last.box().iou(face.box()), predicted(face).iou(face.box()));
    }

    /** The smaller of the distances to the last and the predicted position, in units of the mean size of both faces. */
    double distance(FaceObservation face) {
        var toX = centreX(face) - centreX(last);
        var toY = centreY(face) - centreY(last);
        var extrapolation = extrapolation(face);
        var pixels = Math.min(
                Math.hypot(toX, toY), Math.hypot(toX - velocityX * extrapolation, toY - velocityY * extrapolation));
        return pixels / Math.max(1, (size(face) + size(last)) / 2);
    }

    /** Ratio of the larger to the smaller size, at least 1. */
    double growth(FaceObservation face) {
        var larger = Math.max(size(face), size(last));
        return larger / Math.max(1, Math.min(size(face), size(last)));
    }

    private BoundingBox predicted(FaceObservation face) {
        var left = last.box().x() * last.imageWidth() + velocityX * extrapolation(face);
        var top = last.box().y() * last.imageHeight() + velocityY * extrapolation(face);
        var width = last.box().w() * last.imageWidth();
        var height = last.box().h() * last.imageHeight();
        return BoundingBox.ofPixels(left, top, left + width, top + height, last.imageWidth(), last.imageHeight());
    }

    private double extrapolation(FaceObservation face) {
        return Math.min(MAX_EXTRAPOLATION_SECONDS, seconds(face));
    }

    private static double smooth(double newest, double before) {
        return SMOOTHING * newest + (1 - SMOOTHING) * before;
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

package io.faceline.tracking;

import io.faceline.contracts.face.BoundingBox;

/**
 * The last position and the velocity of a face, in pixels of the upright image, because fractions of its width and
 * height are not comparable.
 *
 * @param velocityX pixels per second
 */
record Motion(FaceLocation last, double velocityX, double velocityY) {
    /** Maximum time for which a straight movement is extrapolated. */
    private static final double MAX_EXTRAPOLATION_SECONDS = 0.5;

    /** Smoothing factor: the weight of the newest step in the velocity. */
    private static final double SMOOTHING = 0.6;

    static Motion at(FaceObservation face) {
        return new Motion(face.location(), 0, 0);
    }

    Motion movedTo(FaceObservation face) {
        var seconds = seconds(face);
        if (seconds <= 0 || seconds > MAX_EXTRAPOLATION_SECONDS) {
            return at(face);
        }
        var to = face.location();
        return new Motion(
                to,
                smooth((to.centreX() - last.centreX()) / seconds, velocityX),
                smooth((to.centreY() - last.centreY()) / seconds, velocityY));
    }

    /** Seconds since the last observation, never negative. */
    double seconds(FaceObservation face) {
        return Math.max(0, face.position() - last.seconds());
    }

    /** The larger of the overlaps with the last and the predicted position. */
    double iou(FaceObservation face) {
        return Math.max(last.box().iou(face.box()), predicted(face).iou(face.box()));
    }

    /** The smaller of the distances to the last and the predicted position, in units of the mean size of both faces. */
    double distance(FaceObservation face) {
        var to = face.location();
        var toX = to.centreX() - last.centreX();
        var toY = to.centreY() - last.centreY();
        var extrapolation = extrapolation(face);
        var pixels = Math.min(
                Math.hypot(toX, toY), Math.hypot(toX - velocityX * extrapolation, toY - velocityY * extrapolation));
        return pixels / Math.max(1, (to.size() + last.size()) / 2);
    }

    /** Ratio of the larger to the smaller size, at least 1. */
    double growth(FaceObservation face) {
        var size = face.location().size();
        return Math.max(size, last.size()) / Math.max(1, Math.min(size, last.size()));
    }

    private BoundingBox predicted(FaceObservation face) {
        var seconds = extrapolation(face);
        return last.moved(velocityX * seconds, velocityY * seconds);
    }

    private double extrapolation(FaceObservation face) {
        return Math.min(MAX_EXTRAPOLATION_SECONDS, seconds(face));
    }

    private static double smooth(double newest, double before) {
        return SMOOTHING * newest + (1 - SMOOTHING) * before;
    }
}

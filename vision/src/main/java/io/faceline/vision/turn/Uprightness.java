package io.faceline.vision.turn;

import io.faceline.vision.detect.Detection;
import io.faceline.vision.image.Picture;

/**
 * How far a detection looks like an upright face. The limits are from 250 faces of LFW, upright and turned; see
 * docs/explanation/detection.md.
 *
 * @param eyes distance of the eyes from left to right, relative to the width of the box. In a box around a face on its
 *     side or head, a landmark network places the eyes closer together than in an upright face; one that finds the real
 *     eyes yields 0 or less
 * @param confidence of the detector
 */
record Uprightness(double eyes, double confidence) {
    /** Most upright faces have their eyes further apart, nearly all faces on their side closer together. */
    private static final double SIDEWAYS_EYES = 0.37;

    /** Nearly all upright faces have their eyes further apart or ... */
    private static final double HALF_TURNED_EYES = 0.44;

    /** ... a higher confidence, unlike faces on their head. */
    private static final double HALF_TURNED_CONFIDENCE = 1 - 2e-4;

    /** Minimum distance of the eyes of a face found in a turned image. */
    private static final double MIN_EYES = 0.28;

    /** Turned images show three more views in which something can be mistaken for a face. */
    private static final double MIN_CONFIDENCE = 0.97;

    /** A turn is the right one if the eyes are further apart by this, and the doubt about the face is halved. */
    private static final double MIN_GAIN = 0.03;

    private static final double MAX_DOUBT = 0.5;

    /** What ten times less doubt is worth in distance of the eyes. */
    private static final double WORTH_OF_A_NINE = 0.04;

    private static final double LEAST_DOUBT = 1e-7;

    /** @param picture that the detection was made in */
    static Uprightness of(Detection detection, Picture picture) {
        var landmarks = detection.landmarks();
        var eyes = (landmarks.leftEye().x() - landmarks.rightEye().x()) * picture.width();
        return new Uprightness(eyes / Math.max(1, detection.box().w() * picture.width()), detection.confidence());
    }

    /** Whether the face may lie on its side. */
    boolean isPerhapsSideways() {
        return eyes < SIDEWAYS_EYES;
    }

    /** Whether the face may stand on its head or lie on its side. */
    boolean isDoubtful() {
        return isPerhapsSideways() || (eyes < HALF_TURNED_EYES && confidence < HALF_TURNED_CONFIDENCE);
    }

    /** Whether this is surely an upright face. */
    boolean isFace() {
        return eyes >= MIN_EYES && confidence >= MIN_CONFIDENCE;
    }

    /** Whether this is the upright view of a face that another turn shows less well. */
    boolean isClearlyBetterThan(Uprightness other) {
        return isFace() && eyes >= other.eyes + MIN_GAIN && 1 - confidence <= MAX_DOUBT * (1 - other.confidence);
    }

    /** Greater for the better of two views of a face. */
    double rank() {
        return eyes - WORTH_OF_A_NINE * Math.log10(Math.max(LEAST_DOUBT, 1 - confidence));
    }
}

package io.faceline.vision.image.quality;

import io.faceline.contracts.face.AlignedCrop;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Landmarks;
import io.faceline.contracts.face.Quality;
import io.faceline.vision.image.FaceAligner;
import io.faceline.vision.image.Picture;

/**
 * Measures how well a face can be recognised. Calibrated to press photos (LFW, one photo of each of 1,000 people),
 * whose medians are sharpness 0.69, brightness 0.45, score 0.9.
 */
public final class QualityMeter {
    /** The variance of the Laplacian with sharpness 0.5; the median of LFW is 130, blurred by 2 pixels 13. */
    private static final double HALF_SHARP = 60;

    /** Values at least this good do not reduce the score. */
    private static final double GOOD_SIZE = 80;

    private static final double GOOD_SHARPNESS = 0.5;
    private static final double GOOD_CONFIDENCE = 0.75;
    private static final double DARKEST_GOOD = 0.25;
    private static final double BRIGHTEST_GOOD = 0.75;
    private static final double WHITE = 255;

    private QualityMeter() {}

    /** Measures a face with the pose that its landmarks show. */
    public static Quality measure(
            Picture picture, BoundingBox box, Landmarks landmarks, AlignedCrop crop, double detectionConfidence) {
        var pose = HeadPose.of(FaceAligner.inPixels(landmarks, picture));
        return measure(picture, box, landmarks, pose, crop, detectionConfidence);
    }

    /** Measures a face and the crop that {@link FaceAligner} made of it. */
    public static Quality measure(
            Picture picture,
            BoundingBox box,
            Landmarks landmarks,
            HeadPose pose,
            AlignedCrop crop,
            double detectionConfidence) {
        var points = FaceAligner.inPixels(landmarks, picture);
        var luma = new CropLuma(crop);
        var size = Math.min(box.w() * picture.width(), box.h() * picture.height());
        var sharpness =
                sharpness(luma.laplacianVariance(FaceAligner.transform(points).scale()));
        var brightness = luma.mean() / WHITE;
        var score = share(size, GOOD_SIZE)
                * share(sharpness, GOOD_SHARPNESS)
                * exposure(brightness)
                * frontality(pose)
                * share(detectionConfidence, GOOD_CONFIDENCE);
        return new Quality(score, size, sharpness, brightness, pose.yaw(), pose.pitch(), pose.roll());
    }

    /** Maps an unbounded variance to 0 to 1. */
    static double sharpness(double laplacianVariance) {
        return laplacianVariance / (laplacianVariance + HALF_SHARP);
    }

    /** Falls to 0 towards black and towards white. */
    static double exposure(double brightness) {
        return Math.min(share(brightness, DARKEST_GOOD), share(1 - brightness, 1 - BRIGHTEST_GOOD));
    }

    /** How frontal the face is, 0 to 1. Roll has no effect, since alignment removes it. */
    static double frontality(HeadPose pose) {
        return Math.max(0, Math.cos(Math.toRadians(pose.yaw()))) * Math.max(0, Math.cos(Math.toRadians(pose.pitch())));
    }

    private static double share(double value, double good) {
        return Math.max(0, Math.min(1, value / good));
    }
}

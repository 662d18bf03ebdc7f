package io.faceline.vision;

import io.faceline.contracts.face.Landmarks;
import io.faceline.vision.image.FaceAligner;
import io.faceline.vision.image.Picture;
import io.faceline.vision.image.quality.HeadPose;
import io.faceline.vision.model.ImageModel;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Estimates the head pose from the pixels of a face: more exact than {@link HeadPose#of}, but it takes longer. Each
 * angle is the mean of 66 bins of 3 degrees (Hopenet). Owns its network.
 */
final class PoseModel implements AutoCloseable {
    private static final double BIN_DEGREES = 3;
    private static final double FIRST_BIN = -99;

    /** Pixels of the input per pixel of the aligned crop: the face is as large as in a box enlarged by a quarter. */
    private static final double SCALE = 2.19;

    /** Where the mean of the landmarks lies in the input, relative to its sides. */
    private static final double CENTRE_X = 0.5;

    private static final double CENTRE_Y = 0.527;

    private final ImageModel model;
    private final List<String> outputs;

    PoseModel(ImageModel model) {
        this.model = model;
        var facts = model.facts();
        this.outputs = List.of(facts.output("yaw"), facts.output("pitch"), facts.output("roll"));
    }

    /** @return the pose, with the roll of the landmarks */
    HeadPose estimate(Picture picture, Landmarks landmarks, double roll) {
        var angles = model.run(List.of((byte[] pixels) -> read(pixels, picture, landmarks)), outputs);
        return new HeadPose(-angle(angles.get(0)), angle(angles.get(1)), roll);
    }

    private static double angle(float[] logits) {
        double sum = 0;
        double weighted = 0;
        for (var bin = 0; bin < logits.length; bin++) {
            var weight = Math.exp(logits[bin]);
            sum += weight;
            weighted += weight * (FIRST_BIN + BIN_DEGREES * bin);
        }
        return weighted / sum;
    }

    /** The face upright, whatever its roll. */
    private void read(byte[] pixels, Picture picture, Landmarks landmarks) {
        var input = model.facts().input();
        var points = FaceAligner.inPixels(landmarks, picture);
        var transform = FaceAligner.transform(points);
        var a = SCALE * transform.a();
        var b = SCALE * transform.b();
        var x = points.stream().mapToDouble(point -> point.x()).average().orElseThrow();
        var y = points.stream().mapToDouble(point -> point.y()).average().orElseThrow();
        var matrix = new Mat(2, 3, CvType.CV_64F);
        var crop = new Mat();
        try {
            matrix.put(0, 0, a, -b, CENTRE_X * input.width() - a * x + b * y);
            matrix.put(1, 0, b, a, CENTRE_Y * input.height() - b * x - a * y);
            Imgproc.warpAffine(
                    picture.bgr(),
                    crop,
                    matrix,
                    new Size(input.width(), input.height()),
                    Imgproc.INTER_LINEAR,
                    Core.BORDER_REPLICATE);
            crop.get(0, 0, pixels);
        } finally {
            crop.release();
            matrix.release();
        }
    }

    @Override
    public void close() {
        model.close();
    }
}

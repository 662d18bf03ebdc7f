package io.faceline.vision;

import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Point;
import io.faceline.vision.detect.Detection;
import io.faceline.vision.detect.FaceDetector;
import io.faceline.vision.image.Picture;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Runs a detector on an image padded with black by half its size, and maps the detections back to the image. */
final class PaddedDetector {
    private static final double MARGIN = 0.5;

    /** A face that fills the image is large: a higher resolution adds no detail and costs four times as much. */
    private static final int MAX_SIDE = 1280;

    private final FaceDetector detector;

    PaddedDetector(FaceDetector detector) {
        this.detector = detector;
    }

    List<Detection> detect(Picture picture, int smallestFacePixels) {
        var padding = Padding.of(picture);
        try (var padded = padding.pad(picture)) {
            return detector.detect(padded, smallestFacePixels).stream()
                    .map(padding::toPicture)
                    .filter(detection -> isInside(detection.box()))
                    .toList();
        }
    }

    private static boolean isInside(BoundingBox box) {
        return box.w() > 0 && box.h() > 0;
    }

    /** Size of the reduced image and its margins within the padded copy. */
    record Padding(int width, int height, int marginX, int marginY) {
        static Padding of(Picture picture) {
            var reduction = Math.max(1, Math.max(picture.width(), picture.height()) / (double) MAX_SIDE);
            var width = (int) Math.max(1, Math.round(picture.width() / reduction));
            var height = (int) Math.max(1, Math.round(picture.height() / reduction));
            return new Padding(width, height, (int) (width * MARGIN), (int) (height * MARGIN));
        }

        Picture pad(Picture picture) {
            var reduced = new Mat();
            var padded = new Mat();
            try {
                Imgproc.resize(picture.bgr(), reduced, new Size(width, height), 0, 0, Imgproc.INTER_AREA);
                Core.copyMakeBorder(
                        reduced, padded, marginY, marginY, marginX, marginX, Core.BORDER_CONSTANT, Scalar.all(0));
                return Picture.of(padded);
            } finally {
                reduced.release();
            }
        }

        Detection toPicture(Detection detection) {
            return detection.map(this::toPicture);
        }

        private Point toPicture(Point inPadded) {
            return new Point(
                    (inPadded.x() * (width + 2 * marginX) - marginX) / width,
                    (inPadded.y() * (height + 2 * marginY) - marginY) / height);
        }
    }
}

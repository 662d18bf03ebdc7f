package io.faceline.vision;

import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Landmarks;
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

/** Looks at a picture with half its size in black around it, and tells what it finds in the picture's own terms. */
final class PaddedDetector {
    private static final double MARGIN = 0.5;

    /** A face that fills its picture is large: more pixels than this show no more of it and cost four times as many. */
    private static final int MAX_SIDE = 1280;

    private final FaceDetector detector;

    PaddedDetector(FaceDetector detector) {
        this.detector = detector;
    }

    List<Detection> detect(Picture picture, int smallestFacePixels) {
        var frame = Frame.around(picture);
        try (var padded = frame.pad(picture)) {
            return detector.detect(padded, smallestFacePixels).stream()
                    .map(frame::inPicture)
                    .filter(detection -> isInside(detection.box()))
                    .toList();
        }
    }

    private static boolean isInside(BoundingBox box) {
        return box.w() > 0 && box.h() > 0;
    }

    /** How a picture, reduced to these pixels, lies in its padded copy. */
    record Frame(int width, int height, int marginX, int marginY) {
        static Frame around(Picture picture) {
            var reduction = Math.max(1, Math.max(picture.width(), picture.height()) / (double) MAX_SIDE);
            var width = (int) Math.max(1, Math.round(picture.width() / reduction));
            var height = (int) Math.max(1, Math.round(picture.height() / reduction));
            return new Frame(width, height, (int) (width * MARGIN), (int) (height * MARGIN));
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

        Detection inPicture(Detection detection) {
            return new Detection(box(detection.box()), landmarks(detection.landmarks()), detection.confidence());
        }

        private BoundingBox box(BoundingBox box) {
            var topLeft = inPicture(new Point(box.x(), box.y()));
            var bottomRight = inPicture(new Point(box.x() + box.w(), box.y() + box.h()));
            return BoundingBox.ofPixels(topLeft.x(), topLeft.y(), bottomRight.x(), bottomRight.y(), 1, 1);
        }

        private Landmarks landmarks(Landmarks in) {
            return new Landmarks(
                    inPicture(in.leftEye()),
                    inPicture(in.rightEye()),
                    inPicture(in.nose()),
                    inPicture(in.mouthLeft()),
                    inPicture(in.mouthRight()));
        }

        private Point inPicture(Point inPadded) {
            return new Point(
                    (inPadded.x() * (width + 2 * marginX) - marginX) / width,
                    (inPadded.y() * (height + 2 * marginY) - marginY) / height);
        }
    }
}

package io.faceline.vision;

import io.faceline.contracts.BoundingBox;
import io.faceline.contracts.Landmarks;
import io.faceline.contracts.Point;
import io.faceline.vision.detect.Detection;
import io.faceline.vision.detect.FaceDetector;
import io.faceline.vision.image.Picture;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

/** Looks at a picture with half its size in black around it, and tells what it finds in the picture's own terms. */
final class PaddedDetector {
    private static final double MARGIN = 0.5;

    private final FaceDetector detector;

    PaddedDetector(FaceDetector detector) {
        this.detector = detector;
    }

    List<Detection> detect(Picture picture) {
        var frame = Frame.around(picture);
        try (var padded = frame.pad(picture)) {
            return detector.detect(padded).stream().map(frame::inPicture).toList();
        }
    }

    /** How a picture of these pixels lies in its padded copy. */
    record Frame(int width, int height, int marginX, int marginY) {
        static Frame around(Picture picture) {
            return new Frame(
                    picture.width(),
                    picture.height(),
                    (int) (picture.width() * MARGIN),
                    (int) (picture.height() * MARGIN));
        }

        Picture pad(Picture picture) {
            var padded = new Mat();
            Core.copyMakeBorder(
                    picture.bgr(),
                    padded,
                    marginY,
                    marginY,
                    marginX,
                    marginX,
                    Core.BORDER_CONSTANT,
                    Scalar.all(0));
            return Picture.of(padded);
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

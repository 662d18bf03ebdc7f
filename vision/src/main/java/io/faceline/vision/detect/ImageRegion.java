package io.faceline.vision.detect;

import io.faceline.contracts.catalog.InputFacts;
import io.faceline.contracts.catalog.Resize;
import io.faceline.contracts.face.Point;
import io.faceline.vision.image.Picture;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** A region of an image that is scaled to a network's input: its bounds, and the scale from image to input pixels. */
record ImageRegion(Rect region, double scaleX, double scaleY) {
    static ImageRegion whole(Picture picture, InputFacts input) {
        return of(new Rect(0, 0, picture.width(), picture.height()), input);
    }

    static ImageRegion of(Rect region, InputFacts input) {
        if (input.resize() != Resize.LETTERBOX) {
            return new ImageRegion(
                    region, (double) input.width() / region.width, (double) input.height() / region.height);
        }
        var fitted = fitted(region, input);
        // A single scale derived from the height, as in InsightFace: truncating the other side does not change the
        // result.
        var scale = fitted.height / region.height;
        return new ImageRegion(region, scale, scale);
    }

    /** The largest size within the input that keeps the aspect ratio; truncated as in InsightFace. */
    private static Size fitted(Rect region, InputFacts input) {
        var shape = (double) region.height / region.width;
        if (shape > (double) input.height() / input.width()) {
            return new Size(Math.max(1, (int) (input.height() / shape)), input.height());
        }
        return new Size(input.width(), Math.max(1, (int) (input.width() * shape)));
    }

    /** Writes the region as B, G, R bytes at the size of the input. */
    void readInto(byte[] pixels, Picture picture, InputFacts input) {
        var part = picture.bgr().submat(region);
        var resized = new Mat();
        try {
            Imgproc.resize(part, resized, size(input), 0, 0, Imgproc.INTER_LINEAR);
            pad(resized, input);
            resized.get(0, 0, pixels);
        } finally {
            resized.release();
            part.release();
        }
    }

    private Size size(InputFacts input) {
        return input.resize() == Resize.LETTERBOX ? fitted(region, input) : new Size(input.width(), input.height());
    }

    private static void pad(Mat resized, InputFacts input) {
        var bottom = input.height() - resized.rows();
        var right = input.width() - resized.cols();
        if (bottom > 0 || right > 0) {
            Core.copyMakeBorder(resized, resized, 0, bottom, 0, right, Core.BORDER_CONSTANT, Scalar.all(0));
        }
    }

    /** Maps a detection from pixels of the input to pixels of the image. */
    RawDetection toPicture(RawDetection detection) {
        return new RawDetection(
                x(detection.left()),
                y(detection.top()),
                x(detection.right()),
                y(detection.bottom()),
                detection.score(),
                detection.points().stream()
                        .map(point -> new Point(x(point.x()), y(point.y())))
                        .toList());
    }

    private double x(double inInput) {
        return region.x + inInput / scaleX;
    }

    private double y(double inInput) {
        return region.y + inInput / scaleY;
    }
}

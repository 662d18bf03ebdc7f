package io.faceline.vision.detect;

import io.faceline.contracts.face.Point;
import io.faceline.vision.image.Picture;
import io.faceline.vision.model.ImageModel;
import java.util.List;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Tells open eyes from closed ones and from what is no eye. Owns its network. */
final class EyeModel implements AutoCloseable {
    /** The corners of each eye among 68 points in the order of iBUG. */
    private static final int[][] CORNERS = {{36, 39}, {42, 45}};

    /** Side of the network's view, relative to the distance of the corners. */
    private static final double SIDE = 1.6;

    private final ImageModel model;
    private final List<String> outputs;
    private final int open;

    EyeModel(ImageModel model) {
        this.model = model;
        this.outputs = List.of(model.facts().output("logits"));
        this.open = model.facts().classes().indexOf("open");
    }

    /**
     * The probability that the more open eye is open.
     *
     * @param points 68, in pixels of the image
     */
    double open(Picture picture, List<Point> points) {
        double best = 0;
        for (var corners : CORNERS) {
            var region = region(points.get(corners[0]), points.get(corners[1]), picture);
            if (region.width > 0 && region.height > 0) {
                best = Math.max(best, open(picture, region));
            }
        }
        return best;
    }

    private double open(Picture picture, Rect region) {
        var logits = model.run(List.of(pixels -> read(pixels, picture, region)), outputs)
                .get(0);
        double sum = 0;
        for (var logit : logits) {
            sum += Math.exp(logit - logits[open]);
        }
        return 1 / sum;
    }

    private static Rect region(Point one, Point other, Picture picture) {
        var half = Math.max(1, SIDE / 2 * Math.hypot(other.x() - one.x(), other.y() - one.y()));
        var x = (one.x() + other.x()) / 2;
        var y = (one.y() + other.y()) / 2;
        var left = clamp(x - half, picture.width());
        var top = clamp(y - half, picture.height());
        return new Rect(left, top, clamp(x + half, picture.width()) - left, clamp(y + half, picture.height()) - top);
    }

    private static int clamp(double value, int max) {
        return (int) Math.round(Math.max(0, Math.min(max, value)));
    }

    private void read(byte[] pixels, Picture picture, Rect region) {
        var input = model.facts().input();
        var eye = picture.bgr().submat(region);
        var resized = new Mat();
        try {
            Imgproc.resize(eye, resized, new Size(input.width(), input.height()), 0, 0, Imgproc.INTER_LINEAR);
            Imgproc.cvtColor(resized, resized, Imgproc.COLOR_BGR2GRAY);
            resized.get(0, 0, pixels);
        } finally {
            resized.release();
            eye.release();
        }
    }

    @Override
    public void close() {
        model.close();
    }
}

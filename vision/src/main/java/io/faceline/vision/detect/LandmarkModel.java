package io.faceline.vision.detect;

import io.faceline.contracts.face.Landmarks;
import io.faceline.contracts.face.Point;
import io.faceline.vision.image.Picture;
import io.faceline.vision.model.ImageModel;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Finds the landmarks of a face in its bounding box, for detectors that output none. Owns its network. */
final class LandmarkModel implements AutoCloseable {
    private final ImageModel model;
    private final LandmarkReader reader;
    private final List<String> outputs;

    LandmarkModel(ImageModel model) {
        this.model = model;
        this.reader = new LandmarkReader(model.facts().landmarkPoints().orElseThrow());
        this.outputs = List.of(model.facts().output("points"));
    }

    Landmarks find(Picture picture, RawDetection face) {
        return read(points(picture, face), picture);
    }

    /** All points of the model, in pixels of the image. */
    List<Point> points(Picture picture, RawDetection face) {
        var region = region(face, picture);
        var fractions = model.run(List.of(pixels -> read(pixels, picture, region)), outputs)
                .get(0);
        return toPicture(fractions, region);
    }

    /** The landmarks of these points. */
    Landmarks read(List<Point> points, Picture picture) {
        return reader.read(points, picture.width(), picture.height());
    }

    /** The box clipped to the image and rounded to whole pixels, at least one. */
    private static Rect region(RawDetection face, Picture picture) {
        var left = clamp(face.left(), picture.width() - 1);
        var top = clamp(face.top(), picture.height() - 1);
        var right = clamp(face.right(), picture.width());
        var bottom = clamp(face.bottom(), picture.height());
        return new Rect(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
    }

    private static int clamp(double value, int max) {
        return (int) Math.max(0, Math.min(max, value));
    }

    private void read(byte[] pixels, Picture picture, Rect region) {
        var input = model.facts().input();
        var face = picture.bgr().submat(region);
        var resized = new Mat();
        try {
            Imgproc.resize(face, resized, new Size(input.width(), input.height()), 0, 0, Imgproc.INTER_LINEAR);
            Imgproc.cvtColor(resized, resized, Imgproc.COLOR_BGR2GRAY);
            resized.get(0, 0, pixels);
        } finally {
            resized.release();
            face.release();
        }
    }

    private static List<Point> toPicture(float[] fractions, Rect region) {
        var points = new ArrayList<Point>(fractions.length / 2);
        for (var at = 0; at < fractions.length; at += 2) {
            points.add(
                    new Point(region.x + fractions[at] * region.width, region.y + fractions[at + 1] * region.height));
        }
        return points;
    }

    @Override
    public void close() {
        model.close();
    }
}

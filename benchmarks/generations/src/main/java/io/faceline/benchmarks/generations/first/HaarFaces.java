package io.faceline.benchmarks.generations.first;

import io.faceline.vision.image.NativeOpenCv;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfRect;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;
import org.opencv.objdetect.CascadeClassifier;

/** Finds the central face of a photo with a Haar cascade (Viola and Jones 2001). Not thread-safe. */
final class HaarFaces {
    /** Width and height of a crop in pixels. */
    static final int SIDE = 48;

    static final int PIXELS = SIDE * SIDE;

    /** What OpenCV's tutorials use. */
    private static final double SCALE_STEP = 1.1;

    private static final int MIN_NEIGHBORS = 5;
    private static final Size MIN_FACE = new Size(30, 30);
    private static final float MAX_GREY = 255;

    private final CascadeClassifier cascade;

    /** @param file haarcascade_frontalface_default.xml */
    HaarFaces(Path file) {
        NativeOpenCv.load();
        cascade = new CascadeClassifier(file.toString());
        if (cascade.empty()) {
            throw new IllegalArgumentException(file + " is no Haar cascade");
        }
    }

    /** The grey face, row by row, -1 to 1, its histogram equalised; empty without a face. */
    Optional<float[]> crop(Path photo) {
        var grey = Imgcodecs.imread(photo.toString(), Imgcodecs.IMREAD_GRAYSCALE);
        try {
            return central(grey).map(box -> crop(grey, box));
        } finally {
            grey.release();
        }
    }

    private Optional<Rect> central(Mat grey) {
        var boxes = new MatOfRect();
        cascade.detectMultiScale(grey, boxes, SCALE_STEP, MIN_NEIGHBORS, 0, MIN_FACE);
        var found = boxes.toList();
        boxes.release();
        return found.stream()
                .min(Comparator.comparingDouble(box ->
                        Math.hypot(box.x + (box.width - grey.cols()) / 2.0, box.y + (box.height - grey.rows()) / 2.0)));
    }

    private static float[] crop(Mat grey, Rect box) {
        var crop = new Mat();
        Imgproc.resize(grey.submat(box), crop, new Size(SIDE, SIDE), 0, 0, Imgproc.INTER_AREA);
        Imgproc.equalizeHist(crop, crop);
        var floats = new Mat();
        crop.convertTo(floats, CvType.CV_32F, 2 / MAX_GREY, -1);
        var pixels = new float[PIXELS];
        floats.get(0, 0, pixels);
        crop.release();
        floats.release();
        return pixels;
    }
}

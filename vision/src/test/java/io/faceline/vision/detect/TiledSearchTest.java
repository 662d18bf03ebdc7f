package io.faceline.vision.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.face.BoundingBox;
import io.faceline.vision.MinimumFaceSize;
import io.faceline.vision.TestModels;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.image.Picture;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Faces of the demo photos, reduced and spread over a photo of 12 megapixels. */
class TiledSearchTest {
    private static final int WIDTH = 4000;
    private static final int HEIGHT = 3000;
    private static final int COLUMNS = 6;
    private static final int SAMPLES = 6;

    /** Of surroundings to each side of a face, in its own widths. */
    private static final double SURROUNDINGS = 2;

    @Test
    void facesOf24Pixels_areFoundIn12Megapixels() throws IOException, ImageException {
        try (var detector = TestModels.detector("rfb320");
                var photo = new Scattered(24)) {
            photo.scatter(detector);

            var found = detector.detect(photo.picture(), MinimumFaceSize.DEFAULT.inPhotos());

            // Their neighbours come along and are found too: only what was pasted counts.
            var missed = photo.boxes().stream()
                    .filter(box -> found.stream().noneMatch(face -> face.box().iou(box) > 0.3))
                    .count();
            assertThat(photo.boxes()).hasSizeGreaterThan(20);
            assertThat(missed).isLessThanOrEqualTo(photo.boxes().size() / 10);
        }
    }

    /** A grey picture with faces, and where they are. */
    private static final class Scattered implements AutoCloseable {
        private final Mat pixels = new Mat(HEIGHT, WIDTH, CvType.CV_8UC3, new Scalar(120, 130, 140));
        private final Picture picture = Picture.of(pixels);
        private final List<BoundingBox> boxes = new ArrayList<>();
        private final int faceWidth;

        Scattered(int faceWidth) {
            this.faceWidth = faceWidth;
        }

        Picture picture() {
            return picture;
        }

        List<BoundingBox> boxes() {
            return boxes;
        }

        void scatter(FaceDetector detector) throws IOException, ImageException {
            for (var number = 1; number <= SAMPLES; number++) {
                try (var sample = TestModels.picture(TestModels.sample(number))) {
                    detector.detect(sample, MinimumFaceSize.DEFAULT.inPhotos())
                            .forEach(face -> paste(sample, face.box()));
                }
            }
        }

        private void paste(Picture sample, BoundingBox box) {
            var region = around(sample, box);
            var scale = faceWidth / (box.w() * sample.width());
            var at = new Rect(
                    37 + boxes.size() % COLUMNS * 641,
                    53 + boxes.size() / COLUMNS * 677,
                    (int) Math.round(region.width * scale),
                    (int) Math.round(region.height * scale));
            Imgproc.resize(
                    sample.bgr().submat(region),
                    pixels.submat(at),
                    new Size(at.width, at.height),
                    0,
                    0,
                    Imgproc.INTER_AREA);
            var left = at.x + (box.x() * sample.width() - region.x) * scale;
            var top = at.y + (box.y() * sample.height() - region.y) * scale;
            boxes.add(BoundingBox.ofPixels(
                    left, top, left + faceWidth, top + box.h() * sample.height() * scale, WIDTH, HEIGHT));
        }

        private static Rect around(Picture sample, BoundingBox box) {
            var margin = SURROUNDINGS * box.w() * sample.width();
            var left = (int) Math.max(0, box.x() * sample.width() - margin);
            var top = (int) Math.max(0, box.y() * sample.height() - margin);
            var right = (int) Math.min(sample.width(), (box.x() + box.w()) * sample.width() + margin);
            var bottom = (int) Math.min(sample.height(), (box.y() + box.h()) * sample.height() + margin);
            return new Rect(left, top, right - left, bottom - top);
        }

        @Override
        public void close() {
            picture.close();
        }
    }
}

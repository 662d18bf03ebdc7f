package io.faceline.evaluation.degradation;

import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Face;
import io.faceline.contracts.face.Quality;
import io.faceline.contracts.face.TestFaces;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Small images with a face of 50 pixels in the centre, its eyes at 40 % and its mouth at 60 % of the height. */
final class TestPicture {
    static final Face FACE =
            TestFaces.face(0, new BoundingBox(0.25, 0.25, 0.5, 0.5), new Quality(0.9, 50, 0.9, 0.5, 0, 0, 0));

    private TestPicture() {}

    static BufferedImage grey(int width, int height, int value) {
        var image = Canvas.empty(width, height);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                set(image, x, y, value);
            }
        }
        return image;
    }

    static void set(BufferedImage image, int x, int y, int value) {
        image.setRGB(x, y, value << 16 | value << 8 | value);
    }

    static int get(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) & 0xFF;
    }

    static BufferedImage apply(Degradation degradation, BufferedImage image) {
        return degradation.apply(image, FACE, new Random(1));
    }
}

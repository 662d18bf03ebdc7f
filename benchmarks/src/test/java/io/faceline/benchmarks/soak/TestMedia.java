package io.faceline.benchmarks.soak;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.faceline.benchmarks.synthetic.VideoWriter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Small photos and a short video of the three women in the first sample photo, and as many photos without a face: those
 * take a fraction of the time, and leaks of decoding and detection show all the same.
 */
final class TestMedia {
    static final int SIDE = 160;

    /** Side of a crop in the photo, about twice the width of a face. */
    private static final int SPAN = 380;

    private static final List<int[]> CORNERS =
            List.of(new int[] {320, 280}, new int[] {740, 350}, new int[] {1380, 130});

    /** Whom the photos show: the second woman takes three times as long as the others. */
    private static final List<Integer> SHOWN = List.of(0, 0, 0, 0, 1, 2, 2, 2);

    private static final List<int[]> FACELESS_CORNERS =
            List.of(new int[] {0, 140}, new int[] {1000, 0}, new int[] {1440, 880});

    private TestMedia() {}

    static void write(Path folder) throws IOException, InterruptedException {
        var sample = Path.of(System.getProperty("faceline.npm"))
                .resolve("node_modules/@vladmandic/face-api/demo/sample1.jpg");
        assumeThat(sample).as("the sample photos of the npm package").exists();
        var photo = ImageIO.read(sample.toFile());
        for (var i = 0; i < SHOWN.size(); i++) {
            writePhoto(photo, CORNERS.get(SHOWN.get(i)), folder.resolve("face" + i + ".jpg"));
            var faceless = FACELESS_CORNERS.get(i % FACELESS_CORNERS.size());
            writePhoto(photo, faceless, folder.resolve("faceless" + i + ".jpg"));
        }
        var corner = CORNERS.get(0);
        VideoWriter.write(
                folder.resolve("film.mp4"), 4, position -> cut(photo, corner[0] - (int) (10 * position), corner[1]));
    }

    private static void writePhoto(BufferedImage photo, int[] corner, Path file) throws IOException {
        ImageIO.write(cut(photo, corner[0], corner[1]), "jpg", file.toFile());
    }

    private static BufferedImage cut(BufferedImage photo, int left, int top) {
        var small = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = small.createGraphics();
        graphics.drawImage(photo.getSubimage(left, top, SPAN, SPAN), 0, 0, SIDE, SIDE, null);
        graphics.dispose();
        return small;
    }
}

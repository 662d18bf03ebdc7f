package io.faceline.benchmarks.soak;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.faceline.benchmarks.synthetic.VideoWriter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** Small photos and a short video of the three women in the first sample photo. */
final class TestMedia {
    static final int SIDE = 160;

    /** Side of a crop in the photo, about twice the width of a face. */
    private static final int SPAN = 380;

    private static final List<int[]> CORNERS =
            List.of(new int[] {320, 280}, new int[] {740, 350}, new int[] {1380, 130});

    private TestMedia() {}

    static void write(Path folder) throws IOException, InterruptedException {
        var sample = Path.of(System.getProperty("faceline.npm"))
                .resolve("node_modules/@vladmandic/face-api/demo/sample1.jpg");
        assumeThat(sample).as("the sample photos of the npm package").exists();
        var photo = ImageIO.read(sample.toFile());
        for (var i = 0; i < CORNERS.size(); i++) {
            ImageIO.write(
                    face(photo, CORNERS.get(i)[0], CORNERS.get(i)[1]),
                    "jpg",
                    folder.resolve(i + ".jpg").toFile());
        }
        var corner = CORNERS.get(0);
        VideoWriter.write(
                folder.resolve("film.mp4"), 4, position -> face(photo, corner[0] - (int) (10 * position), corner[1]));
    }

    private static BufferedImage face(BufferedImage photo, int left, int top) {
        var face = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = face.createGraphics();
        graphics.drawImage(photo.getSubimage(left, top, SPAN, SPAN), 0, 0, SIDE, SIDE, null);
        graphics.dispose();
        return face;
    }
}

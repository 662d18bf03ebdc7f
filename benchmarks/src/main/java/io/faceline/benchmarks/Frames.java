package io.faceline.benchmarks;

import io.faceline.contracts.Blob;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Resizes frames. */
final class Frames {
    private Frames() {}

    /** In the colours and order that a video is written of. */
    static BufferedImage enlarged(Blob jpeg, int width, int height) {
        try {
            var small = ImageIO.read(jpeg.inputStream());
            var large = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
            large.createGraphics().drawImage(small, 0, 0, width, height, null);
            return large;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a JPEG of the quality that ImageIO chooses. */
    static Blob jpeg(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", bytes);
        return Blob.wrap(bytes.toByteArray());
    }
}

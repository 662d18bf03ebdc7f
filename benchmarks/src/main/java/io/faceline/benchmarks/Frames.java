package io.faceline.benchmarks;

import io.faceline.contracts.Blob;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Frames of other sizes than the film has. */
final class Frames {
    private Frames() {}

    /** As a JPEG of the quality that ImageIO chooses. */
    static Blob enlarged(Blob jpeg, int width, int height) throws IOException {
        var small = ImageIO.read(jpeg.inputStream());
        var large = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        large.createGraphics().drawImage(small, 0, 0, width, height, null);
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(large, "jpg", bytes);
        return Blob.wrap(bytes.toByteArray());
    }
}

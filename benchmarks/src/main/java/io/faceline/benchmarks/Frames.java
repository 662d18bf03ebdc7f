package io.faceline.benchmarks;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Resizes frames. */
final class Frames {
    private Frames() {}

    /** Enlarges a JPEG, encoded with the default quality of ImageIO. */
    static byte[] enlarged(byte[] jpeg, int width, int height) throws IOException {
        var small = ImageIO.read(new ByteArrayInputStream(jpeg));
        var large = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        large.createGraphics().drawImage(small, 0, 0, width, height, null);
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(large, "jpg", bytes);
        return bytes.toByteArray();
    }
}

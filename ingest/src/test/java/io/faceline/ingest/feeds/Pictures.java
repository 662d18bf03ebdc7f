package io.faceline.ingest.feeds;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Grey pictures of 32 × 32 pixels. */
final class Pictures {
    private Pictures() {}

    static byte[] jpeg() {
        return of("jpg");
    }

    static byte[] of(String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(32, 32, BufferedImage.TYPE_BYTE_GRAY), format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The same picture, with bytes behind its end, as many cameras write. */
    static byte[] jpegOf(int bytes) {
        return Arrays.copyOf(jpeg(), bytes);
    }
}

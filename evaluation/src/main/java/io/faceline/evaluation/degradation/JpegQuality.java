package io.faceline.evaluation.degradation;

import io.faceline.contracts.face.Face;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/**
 * Strong JPEG compression.
 *
 * @param quality JPEG quality, 0 to 100
 */
record JpegQuality(int quality) implements Degradation {
    private static final float BEST = 100;

    @Override
    public BufferedImage apply(BufferedImage photo, Face face, Random random) {
        try {
            return Canvas.copy(ImageIO.read(new ByteArrayInputStream(encode(photo))));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read from memory", e);
        }
    }

    private byte[] encode(BufferedImage photo) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality / BEST);
            writer.setOutput(out);
            writer.write(null, new IIOImage(photo, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}

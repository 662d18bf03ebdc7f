package io.faceline.vision.image.decode;

import io.faceline.vision.image.TestImages;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;

/** A single-colour JPEG with four channels and Adobe's marker. */
final class CmykJpeg {
    private CmykJpeg() {}

    static byte[] of(int width, int height, int... samples) {
        var raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 4, null);
        for (int i = 0; i < width * height; i++) {
            raster.setPixel(i % width, i / width, samples);
        }
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(raster, null, null), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return withAdobeMarker(bytes.toByteArray());
    }

    /** Version 100, no flags, transform 0: the four channels are CMYK, not YCCK. */
    private static byte[] withAdobeMarker(byte[] jpeg) {
        var marker = new byte[] {(byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
        return TestImages.insert(jpeg, 2, marker);
    }
}

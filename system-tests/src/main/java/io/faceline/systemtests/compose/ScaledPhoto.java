package io.faceline.systemtests.compose;

import io.faceline.contracts.Blob;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A photo in the size of a camera's frame. */
final class ScaledPhoto {
    private ScaledPhoto() {}

    /** Returns the photo as a JPEG of this size, stretched if its sides have another ratio. */
    static Blob of(Path photo, int width, int height) throws IOException {
        var scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = scaled.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(ImageIO.read(photo.toFile()), 0, 0, width, height, null);
        graphics.dispose();
        var jpeg = new ByteArrayOutputStream();
        ImageIO.write(scaled, "jpg", jpeg);
        return Blob.wrap(jpeg.toByteArray());
    }
}

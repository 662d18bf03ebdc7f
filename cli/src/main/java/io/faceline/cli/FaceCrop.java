package io.faceline.cli;

import io.faceline.contracts.face.BoundingBox;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Crops a face from an upright JPEG. */
final class FaceCrop {
    /** Margin around the face, relative to its size. */
    private static final double MARGIN = 0.4;

    private FaceCrop() {}

    static byte[] jpeg(Path photo, BoundingBox box) throws IOException {
        var image = ImageIO.read(photo.toFile());
        var left = pixel(box.x() - MARGIN * box.w(), image.getWidth());
        var top = pixel(box.y() - MARGIN * box.h(), image.getHeight());
        var right = pixel(box.x() + (1 + MARGIN) * box.w(), image.getWidth());
        var bottom = pixel(box.y() + (1 + MARGIN) * box.h(), image.getHeight());
        var crop = new BufferedImage(right - left, bottom - top, BufferedImage.TYPE_3BYTE_BGR);
        crop.getGraphics().drawImage(image.getSubimage(left, top, right - left, bottom - top), 0, 0, null);
        var jpeg = new ByteArrayOutputStream();
        ImageIO.write(crop, "jpg", jpeg);
        return jpeg.toByteArray();
    }

    private static int pixel(double share, int size) {
        return (int) Math.round(Math.max(0, Math.min(1, share)) * size);
    }
}

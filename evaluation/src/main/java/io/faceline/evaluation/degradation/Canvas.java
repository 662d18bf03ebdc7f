package io.faceline.evaluation.degradation;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.function.Consumer;

/** Helps with images of 8-bit B, G, R pixels. */
final class Canvas {
    private Canvas() {}

    static BufferedImage empty(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    }

    /** The pixels themselves, not a copy. */
    static byte[] bytes(BufferedImage image) {
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }

    static BufferedImage copy(BufferedImage image) {
        return draw(empty(image.getWidth(), image.getHeight()), graphics -> graphics.drawImage(image, 0, 0, null));
    }

    /** Shrinks by area averaging; enlarges by bicubic interpolation. */
    static BufferedImage resize(BufferedImage image, int width, int height) {
        var isSmaller = width < image.getWidth();
        var resized = isSmaller ? image.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING) : image;
        return draw(empty(width, height), graphics -> graphics.drawImage(resized, 0, 0, width, height, null));
    }

    /** Centres the image on a background of one colour. */
    static BufferedImage onBackground(BufferedImage image, int width, int height, Color colour) {
        return draw(empty(width, height), graphics -> {
            graphics.setColor(colour);
            graphics.fillRect(0, 0, width, height);
            graphics.drawImage(image, (width - image.getWidth()) / 2, (height - image.getHeight()) / 2, null);
        });
    }

    static BufferedImage draw(BufferedImage image, Consumer<Graphics2D> drawing) {
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        drawing.accept(graphics);
        graphics.dispose();
        return image;
    }
}

package io.faceline.evaluation.detection;

import io.faceline.contracts.Blob;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.image.decode.ImageDecoder;
import java.awt.Color;
import java.awt.Image;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** An image of the data, cut, padded, shrunk or turned. Immutable. */
record EditedImage(BufferedImage pixels) {
    static EditedImage of(Blob image, ImageDecoder decoder) throws ImageException {
        try (var picture = decoder.decode(image)) {
            var pixels = empty(picture.width(), picture.height());
            var bytes = ((DataBufferByte) pixels.getRaster().getDataBuffer()).getData();
            System.arraycopy(picture.pixels(), 0, bytes, 0, bytes.length);
            return new EditedImage(pixels);
        }
    }

    private static BufferedImage empty(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    }

    int width() {
        return pixels.getWidth();
    }

    int height() {
        return pixels.getHeight();
    }

    EditedImage piece(Rectangle piece) {
        return new EditedImage(pixels.getSubimage(piece.x, piece.y, piece.width, piece.height));
    }

    /** In the middle of a background of one colour. */
    EditedImage onBackground(int width, int height, Color colour) {
        var background = empty(width, height);
        var graphics = background.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, width, height);
        graphics.drawImage(pixels, (width - width()) / 2, (height - height()) / 2, null);
        graphics.dispose();
        return new EditedImage(background);
    }

    /** Shrunk by area averaging. */
    EditedImage scaled(double scale) {
        var width = (int) Math.max(1, Math.round(scale * width()));
        var height = (int) Math.max(1, Math.round(scale * height()));
        var scaled = empty(width, height);
        var graphics = scaled.createGraphics();
        graphics.drawImage(pixels.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
        graphics.dispose();
        return new EditedImage(scaled);
    }

    /** Turned clockwise. */
    EditedImage turned(int quarters) {
        var isSideways = quarters % 2 == 1;
        var turned = empty(isSideways ? height() : width(), isSideways ? width() : height());
        var graphics = turned.createGraphics();
        graphics.translate(turned.getWidth() / 2.0, turned.getHeight() / 2.0);
        graphics.rotate(quarters * Math.PI / 2);
        graphics.translate(-width() / 2.0, -height() / 2.0);
        graphics.drawImage(pixels, 0, 0, null);
        graphics.dispose();
        return new EditedImage(turned);
    }

    /** A BMP, which is quick to write. */
    Blob encoded() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(copy(), "bmp", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to memory", e);
        }
        return Blob.wrap(bytes.toByteArray());
    }

    /** A part of an image shares its rows, which the writer does not expect. */
    private BufferedImage copy() {
        return onBackground(width(), height(), Color.BLACK).pixels();
    }
}

package io.faceline.benchmarks.synthetic;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A head cut from an LFW photo of 250 × 250 pixels along a soft ellipse in its centre. */
final class Cutout {
    private static final int SIDE = 250;
    private static final double MIDDLE = SIDE / 2.0;
    private static final double FACE_WIDTH = 100;
    private static final double HEAD_RADIUS_X = 75;
    private static final double HEAD_RADIUS_Y = 95;
    private static final double SOFT_FROM = 0.88;

    /** Camera distance of a turned head, in halves of the width of the photo. */
    private static final double VIEW = 3;

    /** Less blur is invisible. */
    private static final double MIN_BLUR = 0.3;

    private final BufferedImage head;

    private Cutout(BufferedImage head) {
        this.head = head;
    }

    static Cutout of(Path photo) throws IOException {
        var image = ImageIO.read(photo.toFile());
        var head = transparent();
        var graphics = head.createGraphics();
        graphics.drawImage(image, 0, 0, SIDE, SIDE, null);
        graphics.dispose();
        for (var y = 0; y < SIDE; y++) {
            for (var x = 0; x < SIDE; x++) {
                head.setRGB(x, y, (Math.round(255 * opacity(x, y)) << 24) | (head.getRGB(x, y) & 0xffffff));
            }
        }
        return new Cutout(head);
    }

    private static float opacity(int x, int y) {
        var radius = Math.hypot((x - MIDDLE) / HEAD_RADIUS_X, (y - MIDDLE) / HEAD_RADIUS_Y);
        return (float) Math.max(0, Math.min(1, (1 - radius) / (1 - SOFT_FROM)));
    }

    private static BufferedImage transparent() {
        return new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
    }

    void draw(Graphics2D picture, Pose pose) {
        var scale = pose.size() / FACE_WIDTH;
        var placed = AffineTransform.getTranslateInstance(pose.x(), pose.y());
        placed.rotate(pose.roll());
        placed.scale(scale, scale);
        placed.translate(-MIDDLE, -MIDDLE);
        picture.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        // Blurs before shrinking to avoid aliasing.
        picture.drawImage(blurred(turned(pose.yaw()), Math.max(pose.blur(), 0.4 / scale - 0.4)), placed, null);
    }

    /** Turns the flat photo about its vertical axis in perspective, column by column. */
    private BufferedImage turned(double yaw) {
        if (yaw == 0) {
            return head;
        }
        var turned = transparent();
        var graphics = turned.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        for (var column = 0; column < SIDE; column++) {
            var seen = (column + 0.5 - MIDDLE) / MIDDLE;
            var across = seen * VIEW / (VIEW * Math.cos(yaw) - seen * Math.sin(yaw));
            var source = (int) Math.floor(MIDDLE + across * MIDDLE);
            var height = (int) Math.round(MIDDLE * VIEW / (VIEW + across * Math.sin(yaw)));
            if (source >= 0 && source < SIDE) {
                var top = (int) MIDDLE - height;
                graphics.drawImage(head, column, top, column + 1, top + 2 * height, source, 0, source + 1, SIDE, null);
            }
        }
        graphics.dispose();
        return turned;
    }

    private static BufferedImage blurred(BufferedImage sharp, double sigma) {
        if (sigma < MIN_BLUR) {
            return sharp;
        }
        var weights = weights(sigma);
        var across = new ConvolveOp(new Kernel(weights.length, 1, weights)).filter(sharp, transparent());
        return new ConvolveOp(new Kernel(1, weights.length, weights)).filter(across, transparent());
    }

    private static float[] weights(double sigma) {
        var reach = (int) Math.ceil(3 * sigma);
        var weights = new float[2 * reach + 1];
        var sum = 0.0;
        for (var i = 0; i < weights.length; i++) {
            weights[i] = (float) Math.exp(-(i - reach) * (i - reach) / (2 * sigma * sigma));
            sum += weights[i];
        }
        for (var i = 0; i < weights.length; i++) {
            weights[i] /= (float) sum;
        }
        return weights;
    }
}

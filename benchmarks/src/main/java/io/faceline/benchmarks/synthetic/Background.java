package io.faceline.benchmarks.synthetic;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** A random background of coloured boxes and lines that moves like behind a panning camera. */
final class Background {
    private static final int BOXES = 60;
    private static final int LINES = 30;
    private static final int LARGEST = 120;

    private final BufferedImage wall;
    private final int width;

    private Background(BufferedImage wall, int width) {
        this.wall = wall;
        this.width = width;
    }

    static Background of(int width, int height, Random random) {
        var wall = new BufferedImage(2 * width, height, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = wall.createGraphics();
        graphics.setColor(colour(random));
        graphics.fillRect(0, 0, wall.getWidth(), height);
        for (var i = 0; i < BOXES; i++) {
            graphics.setColor(colour(random));
            graphics.fillRect(
                    random.nextInt(wall.getWidth()),
                    random.nextInt(height),
                    random.nextInt(LARGEST),
                    random.nextInt(LARGEST));
        }
        for (var i = 0; i < LINES; i++) {
            graphics.setColor(colour(random));
            graphics.setStroke(new BasicStroke(1 + random.nextInt(4)));
            graphics.drawLine(
                    random.nextInt(wall.getWidth()),
                    random.nextInt(height),
                    random.nextInt(wall.getWidth()),
                    random.nextInt(height));
        }
        graphics.dispose();
        return new Background(wall, width);
    }

    private static Color colour(Random random) {
        return Color.getHSBColor(random.nextFloat(), 0.4f * random.nextFloat(), 0.2f + 0.6f * random.nextFloat());
    }

    void draw(Graphics2D picture, double share) {
        picture.drawImage(wall, (int) Math.round(-share * width), 0, null);
    }
}

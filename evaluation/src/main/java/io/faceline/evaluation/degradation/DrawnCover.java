package io.faceline.evaluation.degradation;

import static io.faceline.evaluation.degradation.PoorKind.between;

import io.faceline.contracts.face.Face;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Draws rounded masks and angular sunglasses of random size, place and colour. */
final class DrawnCover {
    private static final int OPAQUE = 255;
    private static final int MIN_ALPHA = 215;
    private static final int DARK = 60;

    private DrawnCover() {}

    /** A mask whose upper edge lies between these positions on the nose, from 0 between the eyes to 1 at the mouth. */
    static BufferedImage mask(BufferedImage photo, Face face, Random random, double from, double to) {
        var colour = new Color(random.nextInt(OPAQUE + 1), random.nextInt(OPAQUE + 1), random.nextInt(OPAQUE + 1));
        return fill(
                photo, face, random.nextBoolean() ? colour : grey(random), outline(random, between(random, from, to)));
    }

    private static Color grey(Random random) {
        var value = random.nextInt(OPAQUE + 1);
        return new Color(value, value, Math.min(OPAQUE, value + random.nextInt(DARK)));
    }

    private static Path2D outline(Random random, double nose) {
        var cheek = between(random, 0.78, 1.12);
        var side = nose + between(random, 0.0, 0.3);
        var jaw = between(random, 1.0, 1.3);
        var chin = between(random, 1.6, 2.0);
        var outline = new Path2D.Double();
        outline.moveTo(-cheek, side);
        outline.quadTo(-cheek / 2, nose, 0, nose);
        outline.quadTo(cheek / 2, nose, cheek, side);
        outline.quadTo(cheek, jaw, cheek / 2, chin);
        outline.quadTo(0, chin + 0.1, -cheek / 2, chin);
        outline.quadTo(-cheek, jaw, -cheek, side);
        outline.closePath();
        return outline;
    }

    static BufferedImage sunglasses(BufferedImage photo, Face face, Random random) {
        var width = between(random, 0.6, 0.95);
        var height = between(random, 0.34, 0.62);
        var top = between(random, -0.3, -0.18);
        var arc = between(random, 0.1, 0.5);
        var colour = new Color(
                random.nextInt(DARK),
                random.nextInt(DARK),
                random.nextInt(DARK),
                MIN_ALPHA + random.nextInt(OPAQUE + 1 - MIN_ALPHA));
        var glasses = new Area(new Rectangle2D.Double(-0.9, top + 0.05, 1.8, 0.06));
        for (var eye : new double[] {-0.5, 0.5}) {
            glasses.add(new Area(new RoundRectangle2D.Double(eye - width / 2, top, width, height, arc, arc)));
        }
        return fill(photo, face, colour, glasses);
    }

    private static BufferedImage fill(BufferedImage photo, Face face, Color colour, Shape shape) {
        var plane = FacePlane.of(face.landmarks(), photo.getWidth(), photo.getHeight());
        return Canvas.draw(Canvas.copy(photo), graphics -> {
            graphics.transform(plane.toPixels());
            graphics.setColor(colour);
            graphics.fill(shape);
        });
    }
}

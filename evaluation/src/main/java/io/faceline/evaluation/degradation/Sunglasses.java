package io.faceline.evaluation.degradation;

import io.faceline.contracts.face.Face;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;

/** Draws opaque dark sunglasses with oval lenses. */
public record Sunglasses() implements Degradation {
    private static final List<Color> COLOURS = List.of(new Color(0x0C0C0C), new Color(0x1B1B26), new Color(0x2A1A10));

    /** Width of a lens, in units of the distance of the eyes. */
    private static final double WIDTH = 0.76;

    /** Height of a lens, in units of the distance from eyes to mouth. */
    private static final double HEIGHT = 0.5;

    private static final float BRIDGE = 0.08f;

    @Override
    public BufferedImage apply(BufferedImage photo, Face face, Random random) {
        var colour = COLOURS.get(random.nextInt(COLOURS.size()));
        var plane = FacePlane.of(face.landmarks(), photo.getWidth(), photo.getHeight());
        return Canvas.draw(Canvas.copy(photo), graphics -> {
            graphics.transform(plane.toPixels());
            graphics.setColor(colour);
            graphics.fill(lens(-0.5));
            graphics.fill(lens(0.5));
            graphics.setStroke(new BasicStroke(BRIDGE));
            graphics.draw(new Line2D.Double(-0.95, -0.05, 0.95, -0.05));
        });
    }

    private static Ellipse2D lens(double eye) {
        return new Ellipse2D.Double(eye - WIDTH / 2, 0.03 - HEIGHT / 2, WIDTH, HEIGHT);
    }
}

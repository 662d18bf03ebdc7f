package io.faceline.evaluation.degradation;

import io.faceline.contracts.face.Face;
import io.faceline.contracts.face.Point;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;

/** Draws a mask of one colour over the lower face, from cheek to cheek and over the chin. */
enum Mask implements Degradation {
    /** The upper edge is between nose and mouth. */
    MOUTH(0.66),
    /** Covers the tip of the nose. */
    NOSE_AND_MOUTH(0.32);

    private static final List<Color> COLOURS = List.of(new Color(0x9CC7DE), new Color(0xEDEDED), new Color(0x262626));

    /** Half of the width at the cheeks and at the chin, in units of the distance of the eyes. */
    private static final double CHEEK = 0.95;

    private static final double CHIN_CORNER = 0.45;

    /** The position below the eyes, in units of the distance from eyes to mouth; the chin is at about 1.65. */
    private static final double JAW = 1.15;

    private static final double CHIN = 1.75;

    private final double nose;

    /** @param nose position of the upper edge on the nose, from 0 between the eyes to 1 at the mouth */
    Mask(double nose) {
        this.nose = nose;
    }

    @Override
    public BufferedImage apply(BufferedImage photo, Face face, Random random) {
        var colour = COLOURS.get(random.nextInt(COLOURS.size()));
        return Canvas.draw(Canvas.copy(photo), graphics -> {
            graphics.setColor(colour);
            graphics.fill(outline(face, photo.getWidth(), photo.getHeight()));
        });
    }

    private Path2D outline(Face face, int width, int height) {
        var plane = FacePlane.of(face.landmarks(), width, height);
        var cheek = Math.max(nose, 0.5);
        var outline = new Path2D.Double();
        start(outline, plane.point(0, nose));
        for (var corner : List.of(
                plane.point(CHEEK, cheek),
                plane.point(CHEEK, JAW),
                plane.point(CHIN_CORNER, CHIN),
                plane.point(-CHIN_CORNER, CHIN),
                plane.point(-CHEEK, JAW),
                plane.point(-CHEEK, cheek))) {
            outline.lineTo(corner.x(), corner.y());
        }
        outline.closePath();
        return outline;
    }

    private static void start(Path2D outline, Point point) {
        outline.moveTo(point.x(), point.y());
    }
}

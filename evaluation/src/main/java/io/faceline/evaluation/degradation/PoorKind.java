package io.faceline.evaluation.degradation;

import io.faceline.contracts.face.Face;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Random;

/**
 * The kinds of poor faces from which recognisability is learned. Shapes, colours and strengths are drawn at random, and
 * are others than those of {@link PoorLevels}, on which the result is tested.
 */
public enum PoorKind implements Degradation {
    TURNED_90(1),
    TURNED_180(1),
    TURNED_270(1),
    MASK(1),
    MOUTH_MASK(1),
    SUNGLASSES(2),
    MASK_AND_SUNGLASSES(1),
    BLUR(1),
    STRONG_BLUR(1),
    DARK(1),
    SMALL(1),
    JPEG(1);

    private static final double MAX_TILT = 12;

    private final int draws;

    PoorKind(int draws) {
        this.draws = draws;
    }

    /** How many faces of this kind are made of each photo. */
    public int draws() {
        return draws;
    }

    @Override
    public BufferedImage apply(BufferedImage photo, Face face, Random random) {
        return switch (this) {
            case TURNED_90 -> tilted(photo, face, random, 1);
            case TURNED_180 -> tilted(photo, face, random, 2);
            case TURNED_270 -> tilted(photo, face, random, 3);
            case MASK -> DrawnCover.mask(photo, face, random, 0.12, 0.45);
            case MOUTH_MASK -> DrawnCover.mask(photo, face, random, 0.55, 0.76);
            case SUNGLASSES -> DrawnCover.sunglasses(photo, face, random);
            case MASK_AND_SUNGLASSES ->
                DrawnCover.sunglasses(DrawnCover.mask(photo, face, random, 0.12, 0.5), face, random);
            case BLUR -> blurred(photo, face, random, 0.018, 0.03);
            case STRONG_BLUR -> blurred(photo, face, random, 0.03, 0.05);
            case DARK -> new Dark(between(random, 0.04, 0.2)).apply(photo, face, random);
            case SMALL -> new FaceSize((int) between(random, 13, 29)).apply(photo, face, random);
            case JPEG -> new JpegQuality((int) between(random, 2, 10)).apply(photo, face, random);
        };
    }

    private static BufferedImage tilted(BufferedImage photo, Face face, Random random, int quarters) {
        var turned = new Turn(quarters).apply(photo, face, random);
        var tilt = Math.toRadians(between(random, -MAX_TILT, MAX_TILT));
        var turn = AffineTransform.getRotateInstance(tilt, turned.getWidth() / 2.0, turned.getHeight() / 2.0);
        return Canvas.draw(
                Canvas.empty(turned.getWidth(), turned.getHeight()),
                graphics -> graphics.drawImage(turned, turn, null));
    }

    /** Blurs by a share of the face's size. */
    private static BufferedImage blurred(BufferedImage photo, Face face, Random random, double from, double to) {
        return new Blur(face.quality().sizePixels() * between(random, from, to)).apply(photo, face, random);
    }

    static double between(Random random, double from, double to) {
        return from + random.nextDouble() * (to - from);
    }
}

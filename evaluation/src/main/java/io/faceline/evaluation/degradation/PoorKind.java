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
    TURNED_90(1, (photo, face, random) -> tilted(photo, face, random, 1)),
    TURNED_180(1, (photo, face, random) -> tilted(photo, face, random, 2)),
    TURNED_270(1, (photo, face, random) -> tilted(photo, face, random, 3)),
    MASK(1, (photo, face, random) -> DrawnCover.mask(photo, face, random, 0.12, 0.45)),
    MOUTH_MASK(1, (photo, face, random) -> DrawnCover.mask(photo, face, random, 0.55, 0.76)),
    SUNGLASSES(2, DrawnCover::sunglasses),
    MASK_AND_SUNGLASSES(
            1,
            (photo, face, random) ->
                    DrawnCover.sunglasses(DrawnCover.mask(photo, face, random, 0.12, 0.5), face, random)),
    BLUR(1, (photo, face, random) -> blurred(photo, face, random, 0.018, 0.03)),
    STRONG_BLUR(1, (photo, face, random) -> blurred(photo, face, random, 0.03, 0.05)),
    DARK(1, (photo, face, random) -> new Dark(between(random, 0.04, 0.2)).apply(photo, face, random)),
    SMALL(1, (photo, face, random) -> new FaceSize((int) between(random, 13, 29)).apply(photo, face, random)),
    JPEG(1, (photo, face, random) -> new JpegQuality((int) between(random, 2, 10)).apply(photo, face, random));

    private static final double MAX_TILT = 12;

    private final int draws;
    private final Degradation degradation;

    PoorKind(int draws, Degradation degradation) {
        this.draws = draws;
        this.degradation = degradation;
    }

    /** How many faces of this kind are made of each photo. */
    public int draws() {
        return draws;
    }

    @Override
    public BufferedImage apply(BufferedImage photo, Face face, Random random) {
        return degradation.apply(photo, face, random);
    }

    private static BufferedImage tilted(BufferedImage photo, Face face, Random random, int quarters) {
        var turned = new Turn(quarters).apply(photo, face, random);
        var tilt = Math.toRadians(between(random, -MAX_TILT, MAX_TILT));
        var turn = AffineTransform.getRotateInstance(tilt, turned.getWidth() / 2.0, turned.getHeight() / 2.0);
        return Canvas.draw(
                Canvas.empty(turned.getWidth(), turned.getHeight()), graphics -> graphics.drawImage(turned, turn, null));
    }

    /** Blurs by a share of the face's size. */
    private static BufferedImage blurred(BufferedImage photo, Face face, Random random, double from, double to) {
        return new Blur(face.quality().sizePixels() * between(random, from, to)).apply(photo, face, random);
    }

    static double between(Random random, double from, double to) {
        return from + random.nextDouble() * (to - from);
    }
}

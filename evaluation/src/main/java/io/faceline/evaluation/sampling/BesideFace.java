package io.faceline.evaluation.sampling;

import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Face;
import java.util.Optional;
import java.util.Random;

/** Finds a place beside the face of a photo. */
final class BesideFace {
    private static final int TRIES = 200;
    private static final double MIN_SHARE = 0.15;
    private static final double MAX_SHARE = 0.3;

    private BesideFace() {}

    /** A square in pixels. */
    record Square(int left, int top, int side) {}

    /** Empty when the face leaves no room. */
    static Optional<Square> square(Face face, int width, int height, Random random) {
        for (var i = 0; i < TRIES; i++) {
            var share = MIN_SHARE + random.nextDouble() * (MAX_SHARE - MIN_SHARE);
            var side = (int) (share * Math.min(width, height));
            var left = random.nextInt(width - side);
            var top = random.nextInt(height - side);
            var box = BoundingBox.ofPixels(left, top, left + side, top + side, width, height);
            if (box.iou(face.box()) == 0) {
                return Optional.of(new Square(left, top, side));
            }
        }
        return Optional.empty();
    }
}

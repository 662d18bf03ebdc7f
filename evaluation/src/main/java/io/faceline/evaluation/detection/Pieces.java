package io.faceline.evaluation.detection;

import io.faceline.contracts.face.Point;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Cuts pieces without a face out of images. Deterministic. */
final class Pieces {
    private static final int SEED = 15;
    private static final int MIN_SIDE = 120;
    private static final int ASPECT_X = 4;
    private static final int ASPECT_Y = 3;

    /** Tries per piece; an image full of faces yields fewer pieces. */
    private static final int TRIES = 50;

    /** Minimum distance of a nose from a piece, relative to the smaller side of the image. */
    private static final double CLEARANCE = 0.2;

    private Pieces() {}

    /** @param noses in pixels */
    static List<Rectangle> of(int width, int height, List<Point> noses, int count) {
        var random = new Random(SEED);
        var pieces = new ArrayList<Rectangle>();
        for (var i = 0; i < count * TRIES && pieces.size() < count; i++) {
            var piece = piece(width, height, random);
            if (noses.stream().noneMatch(nose -> isNear(piece, nose, CLEARANCE * Math.min(width, height)))) {
                pieces.add(piece);
            }
        }
        return pieces;
    }

    private static Rectangle piece(int width, int height, Random random) {
        var max = Math.min(width / ASPECT_X, height / ASPECT_Y);
        var min = Math.min(max, MIN_SIDE / ASPECT_Y);
        var unit = min + random.nextInt(max - min + 1);
        var w = ASPECT_X * unit;
        var h = ASPECT_Y * unit;
        return new Rectangle(random.nextInt(width - w + 1), random.nextInt(height - h + 1), w, h);
    }

    private static boolean isNear(Rectangle piece, Point nose, double distance) {
        return nose.x() > piece.x - distance
                && nose.x() < piece.x + piece.width + distance
                && nose.y() > piece.y - distance
                && nose.y() < piece.y + piece.height + distance;
    }
}

package io.faceline.vision.image.annotate;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Rect;

/**
 * Finds a position for each text near its box: above, below, inside or beside it. Takes the first that covers nothing,
 * otherwise the one that covers least. Never outside the image.
 */
final class TextPlacement {
    /** Weight of covering another name, relative to covering a part of a box. */
    private static final double NAME_WEIGHT = 10;

    private final int width;
    private final int height;
    private final int gap;
    private final List<Rect> boxes = new ArrayList<>();
    private final List<Rect> names = new ArrayList<>();

    TextPlacement(int width, int height, int gap) {
        this.width = width;
        this.height = height;
        this.gap = gap;
    }

    void avoid(Rect box) {
        boxes.add(box);
    }

    /** Finds the position of a text of this size, and reserves it. */
    Rect place(Rect box, int textWidth, int textHeight) {
        var best = inside(new Rect(box.x, box.y - textHeight, textWidth, textHeight));
        var minCovered = Double.MAX_VALUE;
        for (var candidate : candidates(box, textWidth, textHeight)) {
            var covered = coveredArea(candidate, box);
            if (covered < minCovered) {
                minCovered = covered;
                best = candidate;
            }
        }
        names.add(best);
        return best;
    }

    /** Candidate positions in order of preference. */
    private List<Rect> candidates(Rect box, int textWidth, int textHeight) {
        var left = box.x - gap / 2;
        var centre = box.x + (box.width - textWidth) / 2;
        var right = box.x + box.width + gap / 2 - textWidth;
        var above = box.y - textHeight;
        var below = box.y + box.height;
        var rows = new int[] {above, below, box.y, box.y + box.height - textHeight};
        var candidates = new ArrayList<Rect>();
        for (var y : rows) {
            for (var x : new int[] {left, centre, right}) {
                candidates.add(inside(new Rect(x, y, textWidth, textHeight)));
            }
        }
        for (int row = 2; row < rows.length; row++) {
            candidates.add(inside(new Rect(box.x + box.width, rows[row], textWidth, textHeight)));
            candidates.add(inside(new Rect(box.x - textWidth, rows[row], textWidth, textHeight)));
        }
        candidates.add(inside(new Rect(left, above - textHeight, textWidth, textHeight)));
        candidates.add(inside(new Rect(left, below + textHeight, textWidth, textHeight)));
        return candidates;
    }

    private Rect inside(Rect text) {
        var x = Math.max(0, Math.min(width - text.width, text.x));
        var y = Math.max(0, Math.min(height - text.height, text.y));
        return new Rect(x, y, text.width, text.height);
    }

    private double coveredArea(Rect candidate, Rect own) {
        double covered = 0;
        for (var name : names) {
            covered += NAME_WEIGHT * overlap(candidate, name);
        }
        for (var box : boxes) {
            covered += overlap(candidate, box) * (box.equals(own) ? 0.5 : 1);
        }
        return covered;
    }

    private static double overlap(Rect a, Rect b) {
        var w = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
        var h = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
        return w <= 0 || h <= 0 ? 0 : (double) w * h;
    }
}

package io.faceline.vision.detect;

import io.faceline.contracts.catalog.InputFacts;
import io.faceline.vision.image.Picture;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Rect;

/**
 * Which parts of a picture a network with a small input looks at, so that it sees small faces too: the whole, and for a
 * picture of which the whole would be too coarse one or more levels of overlapping tiles.
 *
 * @param smallestFace pixels of the picture that a face to be found is wide
 * @param smallestSeen pixels of the input that a face must be wide for the network to see it
 * @param step how much finer the next level is at most
 */
record Pyramid(double smallestFace, double smallestSeen, double step) {
    /** Coarsest first. */
    List<View> views(Picture picture, InputFacts input) {
        var views = new ArrayList<View>();
        views.add(View.whole(picture, input));
        var finest = smallestFace / smallestSeen;
        var coarsest = Math.max((double) picture.width() / input.width(), (double) picture.height() / input.height());
        var levels = (int) Math.ceil(Math.log(coarsest / finest) / Math.log(step) - 1e-3);
        for (var level = 1; level <= levels; level++) {
            // Pixels of the picture for one of the input, at this level and the one above, in equal steps of ratio.
            var coarser = finest * Math.pow(coarsest / finest, (double) (levels - level + 1) / levels);
            var reduction = finest * Math.pow(coarsest / finest, (double) (levels - level) / levels);
            views.addAll(tiles(picture, input, reduction, coarser * smallestSeen));
        }
        return views;
    }

    private static List<View> tiles(Picture picture, InputFacts input, double reduction, double overlap) {
        var width = Math.min(picture.width(), (int) Math.round(input.width() * reduction));
        var height = Math.min(picture.height(), (int) Math.round(input.height() * reduction));
        var views = new ArrayList<View>();
        for (var y : starts(picture.height(), height, overlap)) {
            for (var x : starts(picture.width(), width, overlap)) {
                views.add(View.of(new Rect(x, y, width, height), input));
            }
        }
        return views;
    }

    /** Evenly spread, the first at 0 and the last at the end. */
    private static List<Integer> starts(int length, int tile, double overlap) {
        var count = length <= tile ? 1 : 1 + (int) Math.ceil((length - tile) / Math.max(1, tile - overlap));
        var starts = new ArrayList<Integer>();
        for (var i = 0; i < count; i++) {
            starts.add(count == 1 ? 0 : (int) Math.round((double) i * (length - tile) / (count - 1)));
        }
        return starts;
    }
}

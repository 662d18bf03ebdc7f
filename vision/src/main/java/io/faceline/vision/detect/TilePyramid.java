package io.faceline.vision.detect;

import io.faceline.contracts.catalog.InputFacts;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Rect;

/**
 * Which parts of a picture a network with a small input looks at besides the whole, so that it sees small faces too:
 * levels of overlapping tiles, each level finer than the one before. None for a picture that is small itself.
 *
 * <p>A level's reduction is how many pixels of the picture become one of the input.
 *
 * @param smallestFace pixels of the picture that a face to be found is wide, at least; in pictures beyond 13 megapixels
 *     it grows with them, so that no picture costs more than about 100 looks
 */
record TilePyramid(double smallestFace) {
    /** Pixels of the input that a face must be wide for RFB-320 to see it: of 60 it found 58 at 12, all at 14. */
    private static final double SMALLEST_SEEN = 14;

    /** Each level is at most this much finer than the one above. */
    private static final double STEP = 3;

    /** A picture of which the whole is no coarser than this, as against the finest level, needs no tiles. */
    private static final double FINE_ENOUGH = 1.2;

    /** How much wider or narrower than it is a face may appear. */
    private static final double MAX_DISTORTION = 2;

    /** A strip so narrow is nothing that anybody took a photo of, and would fall into hundreds of pieces. */
    private static final double NO_PHOTO = 25;

    /** Of a picture's mean side: keeps the number of looks bounded. */
    private static final double SMALLEST_SHARE = 1 / 150.0;

    /** @param largestFace pixels of the picture; a larger face would have been seen a level above */
    record Level(List<ImageRegion> views, double largestFace) {}

    /** Coarsest first. */
    List<Level> levels(int width, int height, InputFacts input) {
        var levels = new ArrayList<Level>();
        var acrossWidth = (double) width / input.width();
        var acrossHeight = (double) height / input.height();
        var coarsest = Math.max(acrossWidth, acrossHeight);
        var distortion = coarsest / Math.min(acrossWidth, acrossHeight);
        if (distortion > MAX_DISTORTION && distortion < NO_PHOTO) {
            // The whole squeezes its faces out of shape: look at pieces of the right shape, as large as they can be.
            coarsest = Math.min(acrossWidth, acrossHeight);
            levels.add(new Level(tiles(width, height, input, coarsest, Double.MAX_VALUE), Double.MAX_VALUE));
        }
        levels.addAll(finerLevels(width, height, input, coarsest));
        return levels;
    }

    private List<Level> finerLevels(int width, int height, InputFacts input, double coarsest) {
        var wanted = Math.max(smallestFace, Math.sqrt((double) width * height) * SMALLEST_SHARE);
        var finest = wanted / SMALLEST_SEEN;
        var count = (int) Math.max(0, Math.ceil(Math.log(coarsest / finest / FINE_ENOUGH) / Math.log(STEP)));
        var ratio = Math.pow(coarsest / finest, 1.0 / Math.max(1, count));
        var levels = new ArrayList<Level>();
        for (var level = 1; level <= count; level++) {
            var reduction = coarsest / Math.pow(ratio, level);
            var smallestSeenAbove = reduction * ratio * SMALLEST_SEEN;
            levels.add(new Level(tiles(width, height, input, reduction, smallestSeenAbove), 4 * smallestSeenAbove));
        }
        return levels;
    }

    /** @param overlap pixels, as large as the faces that no tile may cut; half a tile at most */
    private static List<ImageRegion> tiles(int width, int height, InputFacts input, double reduction, double overlap) {
        var tileWidth = Math.min(width, (int) Math.round(input.width() * reduction));
        var tileHeight = Math.min(height, (int) Math.round(input.height() * reduction));
        var views = new ArrayList<ImageRegion>();
        for (var y : starts(height, tileHeight, overlap)) {
            for (var x : starts(width, tileWidth, overlap)) {
                views.add(ImageRegion.of(new Rect(x, y, tileWidth, tileHeight), input));
            }
        }
        return views;
    }

    /** Evenly spread, the first at 0 and the last at the end. */
    static List<Integer> starts(int length, int tile, double overlap) {
        if (length <= tile) {
            return List.of(0);
        }
        var count = 1 + (int) Math.ceil((length - tile) / Math.max(tile / 2.0, tile - overlap));
        var starts = new ArrayList<Integer>();
        for (var i = 0; i < count; i++) {
            starts.add((int) Math.round((double) i * (length - tile) / (count - 1)));
        }
        return starts;
    }
}

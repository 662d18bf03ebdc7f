package io.faceline.vision.detect;

import io.faceline.contracts.catalog.InputFacts;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Rect;

/**
 * Splits an image into overlapping tiles at several levels, each finer than the one before, so that a network with a
 * small input finds small faces too. Small images have no levels.
 *
 * <p>The reduction of a level is the number of image pixels per input pixel.
 *
 * @param smallestFace minimum width of a face in image pixels; grows with images beyond 13 megapixels, which limits an
 *     image to about 100 passes
 */
record TilePyramid(double smallestFace) {
    /** Minimum width in input pixels of a face that RFB-320 detects: of 60 faces it found 58 at 12, all at 14. */
    private static final double MIN_INPUT_FACE = 14;

    /** Maximum ratio between the reductions of two successive levels. */
    private static final double MAX_STEP = 3;

    /** An image whose reduction is within this ratio of the finest level needs no tiles. */
    private static final double MIN_RATIO = 1.2;

    /** Maximum ratio of horizontal to vertical reduction. */
    private static final double MAX_DISTORTION = 2;

    /** Such a narrow strip is no photo, and would be split into hundreds of tiles. */
    private static final double MAX_ASPECT = 25;

    /** Minimum face width relative to the mean side of the image: bounds the number of passes. */
    private static final double MIN_FACE_SHARE = 1 / 150.0;

    /** @param largestFace in image pixels; a larger face is detected at a coarser level */
    record Level(List<ImageRegion> views, double largestFace) {}

    /** Coarsest first. */
    List<Level> levels(int width, int height, InputFacts input) {
        var levels = new ArrayList<Level>();
        var reductionX = (double) width / input.width();
        var reductionY = (double) height / input.height();
        var coarsest = Math.max(reductionX, reductionY);
        var distortion = coarsest / Math.min(reductionX, reductionY);
        if (distortion > MAX_DISTORTION && distortion < MAX_ASPECT) {
            // The whole image would be distorted: use the largest tiles of the right aspect ratio.
            coarsest = Math.min(reductionX, reductionY);
            levels.add(new Level(tiles(width, height, input, coarsest, Double.MAX_VALUE), Double.MAX_VALUE));
        }
        levels.addAll(finerLevels(width, height, input, coarsest));
        return levels;
    }

    private List<Level> finerLevels(int width, int height, InputFacts input, double coarsest) {
        var minimum = Math.max(smallestFace, Math.sqrt((double) width * height) * MIN_FACE_SHARE);
        var finest = minimum / MIN_INPUT_FACE;
        var count = (int) Math.max(0, Math.ceil(Math.log(coarsest / finest / MIN_RATIO) / Math.log(MAX_STEP)));
        var ratio = Math.pow(coarsest / finest, 1.0 / Math.max(1, count));
        var levels = new ArrayList<Level>();
        for (var level = 1; level <= count; level++) {
            var reduction = coarsest / Math.pow(ratio, level);
            var smallestFaceAbove = reduction * ratio * MIN_INPUT_FACE;
            levels.add(new Level(tiles(width, height, input, reduction, smallestFaceAbove), 4 * smallestFaceAbove));
        }
        return levels;
    }

    /** @param overlap in pixels, the size of faces that must not be split between tiles; at most half a tile */
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

    /** Evenly spaced tile positions, the first at 0 and the last at the end. */
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

package io.faceline.vision.detect;

import io.faceline.vision.image.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opencv.core.Rect;

/**
 * Finds the faces that are too small for a look at the whole picture. Tiles show many things that look like a face when
 * little around them is seen, so that each find is looked at again with its surroundings and at several sizes: a face
 * stays one at each, other things come and go. Measured in docs/explanation/detection.md.
 */
final class TiledSearch {
    /** The first look may doubt. */
    static final double FIRST_SCORE = 0.2;

    /** Pixels of the input that a face is wide when looked at again: what the network knows best comes first. */
    private static final double[] SIZES = {40, 64, 32};

    /** Mean over these looks from which on a find is a face; nearly all faces come to 0.95 and more. */
    private static final double MEAN_SCORE = 0.9;

    private static final double MAX_MISSING = (1 - MEAN_SCORE) * SIZES.length;

    /** Two looks mean the same face when their boxes overlap this much. */
    private static final double SAME_FACE_IOU = 0.35;

    /** A hit that lies within another to this share is a part of that face. */
    private static final double PART_OF_A_FACE = 0.6;

    /** What comes this close to the inner edge of a tile, as a share of the tile, is probably cut off. */
    private static final double CUT_MARGIN = 0.02;

    private final FaceNetwork network;
    private final double nmsIou;

    TiledSearch(FaceNetwork network, double nmsIou) {
        this.network = network;
        this.nmsIou = nmsIou;
    }

    /** @param known the faces already found; what overlaps them is not told again */
    List<RawDetection> find(Picture picture, TilePyramid pyramid, List<RawDetection> known) {
        var found = new ArrayList<RawDetection>();
        for (var candidate : NonMaximumSuppression.surestFirst(firstLook(picture, pyramid))) {
            if (isNew(candidate, known) && isNew(candidate, found)) {
                lookAgain(picture, candidate)
                        .filter(face -> isNew(face, known) && isNew(face, found))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private boolean isNew(RawDetection hit, List<RawDetection> others) {
        return others.stream().noneMatch(other -> other.iou(hit) > nmsIou || other.cover(hit) > PART_OF_A_FACE);
    }

    private List<RawDetection> firstLook(Picture picture, TilePyramid pyramid) {
        var hits = new ArrayList<RawDetection>();
        for (var level : pyramid.levels(picture.width(), picture.height(), network.input())) {
            for (var view : level.views()) {
                network.lookAt(picture, view).stream()
                        .filter(hit -> hit.bottom() - hit.top() <= level.largestFace())
                        .filter(hit -> !isCut(hit, view.region(), picture))
                        .forEach(hits::add);
            }
        }
        return hits;
    }

    private static boolean isCut(RawDetection hit, Rect tile, Picture picture) {
        var marginX = tile.width * CUT_MARGIN;
        var marginY = tile.height * CUT_MARGIN;
        var right = tile.x + tile.width;
        var bottom = tile.y + tile.height;
        return (tile.x > 0 && hit.left() < tile.x + marginX)
                || (tile.y > 0 && hit.top() < tile.y + marginY)
                || (right < picture.width() && hit.right() > right - marginX)
                || (bottom < picture.height() && hit.bottom() > bottom - marginY);
    }

    /** Box and score as the first of these looks has them. */
    private Optional<RawDetection> lookAgain(Picture picture, RawDetection candidate) {
        var first = lookAt(picture, candidate, SIZES[0]);
        var missing = 1 - score(first);
        for (var i = 1; i < SIZES.length && missing <= MAX_MISSING; i++) {
            missing += 1 - score(lookAt(picture, first.orElse(candidate), SIZES[i]));
        }
        return missing <= MAX_MISSING ? first : Optional.empty();
    }

    private static double score(Optional<RawDetection> hit) {
        return hit.map(RawDetection::score).orElse(0.0);
    }

    private Optional<RawDetection> lookAt(Picture picture, RawDetection candidate, double size) {
        var view = ImageRegion.of(surroundings(picture, candidate, size), network.input());
        return network.lookAt(picture, view).stream()
                .filter(hit -> hit.iou(candidate) >= SAME_FACE_IOU)
                .findFirst();
    }

    private Rect surroundings(Picture picture, RawDetection face, double size) {
        var reduction = Math.sqrt(face.area()) / size;
        var width = sideOf(network.input().width() * reduction, picture.width());
        var height = sideOf(network.input().height() * reduction, picture.height());
        var left = startOf((face.left() + face.right() - width) / 2, picture.width() - width);
        var top = startOf((face.top() + face.bottom() - height) / 2, picture.height() - height);
        return new Rect(left, top, width, height);
    }

    private static int sideOf(double wanted, int max) {
        return (int) Math.max(1, Math.min(max, Math.round(wanted)));
    }

    private static int startOf(double wanted, int max) {
        return (int) Math.max(0, Math.min(max, Math.round(wanted)));
    }
}

package io.faceline.vision.detect;

import io.faceline.vision.image.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opencv.core.Rect;

/**
 * Finds the faces that are too small for a look at the whole picture. Tiles show many things that look like a face when
 * nothing around them is seen, so that each find is looked at again, with its surroundings and at the size that the
 * network knows best; only what it takes for a face then beyond doubt, or what the landmarks hold on to as well, is one. Measured in docs/explanation/detection.md.
 */
final class SmallFaceSearch {
    /** The first look may doubt; the second decides. */
    static final double FIRST_SCORE = 0.4;

    private static final double SECOND_SCORE = 0.7;

    /** Beyond doubt at the second look: 172 of 173 small faces, none of the five other things that came that far. */
    private static final double SURE_SCORE = 0.97;

    /** Pixels of the input that a face is wide at the second look. */
    private static final double SIZE_AT_SECOND_LOOK = 40;

    /** Both looks mean the same face when their boxes overlap this much. */
    private static final double SAME_FACE_IOU = 0.35;

    /** A hit that lies within another to this share is a part of that face. */
    private static final double PART_OF_A_FACE = 0.6;

    /** What comes this close to the inner edge of a tile, as a share of the tile, is probably cut off. */
    private static final double CUT_MARGIN = 0.02;

    private final FaceNetwork network;
    private final Pyramid pyramid;
    private final LandmarkCheck check;
    private final double nmsIou;

    SmallFaceSearch(FaceNetwork network, Pyramid pyramid, LandmarkCheck check, double nmsIou) {
        this.network = network;
        this.pyramid = pyramid;
        this.check = check;
        this.nmsIou = nmsIou;
    }

    /** @param known the faces already found; what overlaps them is not told again */
    List<Hit> find(Picture picture, List<Hit> known) {
        var found = new ArrayList<Hit>();
        for (var candidate : NonMaximumSuppression.surestFirst(firstLook(picture))) {
            if (isNew(candidate, known) && isNew(candidate, found)) {
                secondLook(picture, candidate)
                        .filter(face -> isNew(face, known) && isNew(face, found))
                        .filter(face -> face.score() >= SURE_SCORE || check.isFace(picture, face))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private boolean isNew(Hit hit, List<Hit> others) {
        return others.stream().noneMatch(other -> other.iou(hit) > nmsIou || other.cover(hit) > PART_OF_A_FACE);
    }

    private List<Hit> firstLook(Picture picture) {
        var hits = new ArrayList<Hit>();
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

    private static boolean isCut(Hit hit, Rect tile, Picture picture) {
        var marginX = tile.width * CUT_MARGIN;
        var marginY = tile.height * CUT_MARGIN;
        var right = tile.x + tile.width;
        var bottom = tile.y + tile.height;
        return (tile.x > 0 && hit.left() < tile.x + marginX)
                || (tile.y > 0 && hit.top() < tile.y + marginY)
                || (right < picture.width() && hit.right() > right - marginX)
                || (bottom < picture.height() && hit.bottom() > bottom - marginY);
    }

    private Optional<Hit> secondLook(Picture picture, Hit candidate) {
        var view = View.of(surroundings(picture, candidate), network.input());
        return network.lookAt(picture, view).stream()
                .filter(hit -> hit.score() >= SECOND_SCORE && hit.iou(candidate) >= SAME_FACE_IOU)
                .findFirst();
    }

    private Rect surroundings(Picture picture, Hit face) {
        var reduction = Math.sqrt(face.area()) / SIZE_AT_SECOND_LOOK;
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

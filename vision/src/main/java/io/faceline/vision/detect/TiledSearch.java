package io.faceline.vision.detect;

import io.faceline.vision.image.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opencv.core.Rect;

/**
 * Finds faces that are too small for a pass over the whole image. Without their surroundings many things in a tile look
 * like a face, so each candidate is verified with its surroundings at several scales: a face is detected at each scale,
 * a false positive is not. Measured in docs/explanation/detection.md.
 */
final class TiledSearch {
    /** Minimum score of a candidate. */
    static final double CANDIDATE_SCORE = 0.2;

    /** Face widths in input pixels at which a candidate is verified; the network's most reliable scale comes first. */
    private static final double[] SCALES = {40, 64, 32};

    /** Minimum mean score over these scales; nearly all faces reach 0.95 or more. */
    private static final double MIN_MEAN_SCORE = 0.9;

    private static final double MAX_MISSING = (1 - MIN_MEAN_SCORE) * SCALES.length;

    /** Minimum IoU of two detections of the same face. */
    private static final double SAME_FACE_IOU = 0.35;

    /** A detection covered to this fraction by another is a part of that face. */
    private static final double MIN_PART_COVER = 0.6;

    /** A detection this close to the inner edge of a tile, relative to the tile, is probably cut off. */
    private static final double TRUNCATION_MARGIN = 0.02;

    private final FaceNetwork network;
    private final double nmsIou;

    TiledSearch(FaceNetwork network, double nmsIou) {
        this.network = network;
        this.nmsIou = nmsIou;
    }

    /** @param known faces already found; detections that overlap them are skipped */
    List<RawDetection> find(Picture picture, TilePyramid pyramid, List<RawDetection> known) {
        var found = new ArrayList<RawDetection>();
        for (var candidate : NonMaximumSuppression.byDescendingScore(candidates(picture, pyramid))) {
            if (isNew(candidate, known) && isNew(candidate, found)) {
                verify(picture, candidate)
                        .filter(face -> isNew(face, known) && isNew(face, found))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    /** Whether the detection shows none of these faces. */
    boolean isNew(RawDetection detection, List<RawDetection> others) {
        return others.stream()
                .noneMatch(other -> other.iou(detection) > nmsIou || other.cover(detection) > MIN_PART_COVER);
    }

    private List<RawDetection> candidates(Picture picture, TilePyramid pyramid) {
        var detections = new ArrayList<RawDetection>();
        for (var level : pyramid.levels(picture.width(), picture.height(), network.input())) {
            for (var view : level.views()) {
                network.detect(picture, view).stream()
                        .filter(detection -> detection.bottom() - detection.top() <= level.largestFace())
                        .filter(detection -> !isTruncated(detection, view.region(), picture))
                        .forEach(detections::add);
            }
        }
        return detections;
    }

    private static boolean isTruncated(RawDetection detection, Rect tile, Picture picture) {
        var marginX = tile.width * TRUNCATION_MARGIN;
        var marginY = tile.height * TRUNCATION_MARGIN;
        var right = tile.x + tile.width;
        var bottom = tile.y + tile.height;
        return (tile.x > 0 && detection.left() < tile.x + marginX)
                || (tile.y > 0 && detection.top() < tile.y + marginY)
                || (right < picture.width() && detection.right() > right - marginX)
                || (bottom < picture.height() && detection.bottom() > bottom - marginY);
    }

    /** The detection at the first scale, if the candidate is confirmed at all scales. */
    Optional<RawDetection> verify(Picture picture, RawDetection candidate) {
        var first = detectAtScale(picture, candidate, SCALES[0]);
        var missing = 1 - score(first);
        for (var i = 1; i < SCALES.length && missing <= MAX_MISSING; i++) {
            missing += 1 - score(detectAtScale(picture, first.orElse(candidate), SCALES[i]));
        }
        return missing <= MAX_MISSING ? first : Optional.empty();
    }

    /** Whether the candidate is found at the scales of the verification with at least this mean score. */
    boolean isFoundAtScales(Picture picture, RawDetection candidate, double minMeanScore) {
        var missing = 0.0;
        for (var i = 0; i < SCALES.length && missing <= (1 - minMeanScore) * SCALES.length; i++) {
            missing += 1 - score(detectAtScale(picture, candidate, SCALES[i]));
        }
        return missing <= (1 - minMeanScore) * SCALES.length;
    }

    private static double score(Optional<RawDetection> detection) {
        return detection.map(RawDetection::score).orElse(0.0);
    }

    private Optional<RawDetection> detectAtScale(Picture picture, RawDetection candidate, double size) {
        var view = ImageRegion.of(surroundings(picture, candidate, size), network.input());
        return network.detect(picture, view).stream()
                .filter(detection -> detection.iou(candidate) >= SAME_FACE_IOU)
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

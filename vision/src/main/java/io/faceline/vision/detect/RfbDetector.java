package io.faceline.vision.detect;

import io.faceline.vision.image.Picture;
import io.faceline.vision.model.ImageModel;
import io.faceline.vision.model.ModelInUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The default detector: RFB-320 for the boxes, a second network for the landmarks, and a second look at what the first
 * is not sure of. Small images take one pass, larger ones an additional tiled search for small faces. Owns its
 * networks.
 */
final class RfbDetector implements FaceDetector {
    /** Each costs as much as a face. */
    private static final int MAX_DOUBTFUL = 3;

    /** So many faces of an image are checked, the most confident first; a crowd in profile passes. */
    private static final int MAX_CHECKED = 6;

    /** Minimum IoU of the detections of a face in two versions of an image. */
    private static final double SAME_FACE_IOU = 0.4;

    /** Minimum mean score at several scales of a face without an open eye. */
    private static final double MIN_MEAN_SCORE = 0.6;

    private final FaceNetwork network;
    private final LandmarkModel landmarks;
    private final Optional<SecondLook> secondLook;
    private final TiledSearch search;
    private final double scoreThreshold;

    RfbDetector(ImageModel boxes, ImageModel points, Optional<SecondLook> secondLook) {
        var facts = boxes.facts().detection().orElseThrow();
        this.scoreThreshold = facts.scoreThreshold();
        this.network = new FaceNetwork(boxes, new RfbDecoder(boxes.facts(), TiledSearch.CANDIDATE_SCORE));
        this.landmarks = new LandmarkModel(points);
        this.secondLook = secondLook;
        this.search = new TiledSearch(network, facts.nmsIou());
    }

    @Override
    public List<Detection> detect(Picture picture, int smallestFacePixels) {
        return look(picture, smallestFacePixels).faces();
    }

    @Override
    public List<Detection> detectSure(Picture picture, int smallestFacePixels) {
        var faces = candidates(picture).stream()
                .filter(candidate -> candidate.score() >= scoreThreshold && isSure(candidate))
                .collect(Collectors.toCollection(ArrayList::new));
        search.find(picture, new TilePyramid(smallestFacePixels), faces).stream()
                .filter(this::isSure)
                .forEach(faces::add);
        return detections(faces, picture);
    }

    @Override
    public Look look(Picture picture, int smallestFacePixels) {
        return look(picture, smallestFacePixels, List.of());
    }

    @Override
    public Look look(Picture picture, int smallestFacePixels, List<Detection> known) {
        var candidates = candidates(picture);
        var faces = new ArrayList<RawDetection>();
        var doubtful = new ArrayList<RawDetection>();
        var checked = 0;
        for (var candidate : candidates) {
            if (candidate.score() >= scoreThreshold) {
                var isFace = isSure(candidate) || isKnown(candidate, picture, known);
                checked += isFace ? 0 : 1;
                (isFace || checked > MAX_CHECKED || isConfirmed(picture, candidate) ? faces : doubtful).add(candidate);
            }
        }
        // Beside faces that are found they cost more than they bring: measured in docs/reference/detection.md.
        var isWithoutFace = faces.isEmpty() && known.isEmpty();
        for (var candidate : isWithoutFace ? unsure(candidates, faces) : List.<RawDetection>of()) {
            var face = rescued(picture, candidate, faces.isEmpty()).filter(found -> search.isNew(found, faces));
            face.ifPresentOrElse(faces::add, () -> doubtful.add(candidate));
        }
        search.find(picture, new TilePyramid(smallestFacePixels), faces).stream()
                .filter(candidate -> isConfirmed(picture, candidate))
                .forEach(faces::add);
        return new Look(detections(faces, picture), detections(doubtful, picture));
    }

    private List<RawDetection> candidates(Picture picture) {
        return network.detect(picture, ImageRegion.whole(picture, network.input()));
    }

    /** Those below the threshold that are no parts of faces. */
    private List<RawDetection> unsure(List<RawDetection> candidates, List<RawDetection> faces) {
        return candidates.stream()
                .filter(candidate -> candidate.score() < scoreThreshold)
                .filter(candidate -> secondLook.isPresent() && secondLook.get().isPossible(candidate.score()))
                .filter(candidate -> search.isNew(candidate, faces))
                .limit(MAX_DOUBTFUL)
                .toList();
    }

    private static boolean isKnown(RawDetection candidate, Picture picture, List<Detection> known) {
        var box = candidate.box(picture.width(), picture.height());
        return known.stream().anyMatch(face -> face.box().iou(box) > SAME_FACE_IOU);
    }

    private boolean isSure(RawDetection candidate) {
        return secondLook.isEmpty() || !secondLook.get().isNeeded(candidate.score());
    }

    private boolean isConfirmed(Picture picture, RawDetection candidate) {
        if (isSure(candidate)) {
            return true;
        }
        var look = secondLook.orElseThrow();
        var points = landmarks.points(picture, candidate);
        return look.hasOpenEye(picture, points)
                || (search.isFoundAtScales(picture, candidate, MIN_MEAN_SCORE)
                        && look.isLikeAFace(picture, landmarks.read(points, picture)));
    }

    /** A face below the threshold: one that is found at several scales, or the only one, if an eye is open. */
    private Optional<RawDetection> rescued(Picture picture, RawDetection candidate, boolean isOnly) {
        var look = secondLook.orElseThrow();
        var points = landmarks.points(picture, candidate);
        var found =
                isOnly && look.hasOpenEye(picture, points) ? Optional.of(candidate) : search.verify(picture, candidate);
        return found.filter(face -> look.isLikeAFace(picture, landmarks.read(points, picture)));
    }

    private List<Detection> detections(List<RawDetection> found, Picture picture) {
        return NonMaximumSuppression.byDescendingScore(found).stream()
                .map(raw -> detection(raw, picture))
                .toList();
    }

    private Detection detection(RawDetection raw, Picture picture) {
        return new Detection(
                raw.box(picture.width(), picture.height()), landmarks.find(picture, raw), Math.min(1, raw.score()));
    }

    @Override
    public ModelInUse model() {
        return network.model();
    }

    @Override
    public Optional<FaceLikeness> likeness() {
        return secondLook.map(look -> look::likeness);
    }

    @Override
    public void close() {
        secondLook.ifPresent(SecondLook::close);
        landmarks.close();
        network.close();
    }
}

package io.faceline.vision.turn;

import io.faceline.contracts.face.BoundingBox;
import io.faceline.vision.detect.Detection;
import io.faceline.vision.detect.FaceDetector;
import io.faceline.vision.detect.Look;
import io.faceline.vision.image.Picture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Finds faces on their side or head, in images that were not sent upright or of people who lie. A detector finds many
 * of them, but with the landmarks of an upright face, and a crop aligned by those cannot be recognised. Measured in
 * docs/explanation/detection.md. Thread-safe.
 */
public final class TurnedFaces {
    /** Sides of the image in which no face was found upright; the detectors' inputs are smaller. */
    private static final int MAX_SIDE = 1280;

    /** Minimum share of the smaller of two boxes of the same face that the other covers. */
    private static final double SAME_FACE_COVER = 0.4;

    /** A detection with this confidence is a face even if its landmarks look turned: a profile, for example. */
    private static final double CONFIDENT = 0.97;

    /** Faces that need no tiles. */
    private static final int UNTILED = Integer.MAX_VALUE;

    private static final Comparator<Detection> LARGEST_FIRST = Comparator.comparingDouble(
                    (Detection detection) -> detection.box().area())
            .reversed();

    private static final Comparator<Detection> MOST_CONFIDENT_FIRST =
            Comparator.comparingDouble(Detection::confidence).reversed();

    private final FaceDetector detector;
    private final ViewChoice choice;

    /** @param detector owned by the caller */
    public TurnedFaces(FaceDetector detector) {
        this.detector = detector;
        this.choice = new ViewChoice(detector.likeness());
    }

    /**
     * The faces of the image, most confident first. If one of those that may be turned is, the whole image is searched
     * in that turn.
     *
     * @param look at the image as it was sent
     * @param maxChecked so many are checked, the largest faces first
     */
    public List<Detection> among(Picture picture, Look look, int smallestFacePixels, int maxChecked) {
        return doubtful(picture, look)
                .limit(maxChecked)
                .flatMap(detection -> turned(picture, detection).stream())
                .findFirst()
                .map(view -> inTurn(picture, look, view, smallestFacePixels))
                .orElse(look.faces());
    }

    /**
     * Searches the image in the turn of the view. Faces that are upright without doubt remain, since people may lie beside
     * people who stand; so do those that the turn does not show better, and confident ones that no turned face covers.
     */
    private List<Detection> inTurn(Picture picture, Look look, View view, int smallestFacePixels) {
        var turn = turn(picture, view);
        var faces = new ArrayList<>(certain(picture, look));
        var views = views(picture.bgr(), turn, turned -> detector.detect(turned, smallestFacePixels));
        views.stream()
                .filter(face -> isSameFace(face.detection(), view.detection()) || isBetter(picture, look, face))
                .forEach(face -> addIfNew(faces, face.detection()));
        if (turn == view.turn()) {
            addIfNew(faces, view.detection());
        }
        look.faces().stream().filter(face -> face.confidence() >= CONFIDENT).forEach(face -> addIfNew(faces, face));
        faces.sort(MOST_CONFIDENT_FIRST);
        return List.copyOf(faces);
    }

    /** That of the view; where the view alone does not tell, the one that shows the whole image best. */
    private QuarterTurn turn(Picture picture, View view) {
        return choice.isReliable()
                ? view.turn()
                : best(picture, List.of(QuarterTurn.values())).stream()
                        .findFirst()
                        .map(View::turn)
                        .orElse(view.turn());
    }

    /** Whether a turned face is better than the one that the upright image shows in its place, if any. */
    private boolean isBetter(Picture picture, Look look, View view) {
        return look.faces().stream()
                .filter(face -> isSameFace(face, view.detection()))
                .allMatch(face -> choice.isBetter(picture, view, face));
    }

    /** Faces that may be turned and are larger than upright ones; where there is no other, what may be a turned face. */
    private static Stream<Detection> doubtful(Picture picture, Look look) {
        var certain = certain(picture, look);
        var largest =
                certain.stream().mapToDouble(face -> face.box().area()).max().orElse(0);
        var faces = look.faces().stream()
                .filter(face -> isDoubtful(picture, face) && face.box().area() > largest)
                .sorted(LARGEST_FIRST);
        return certain.isEmpty() ? Stream.concat(faces, look.doubtful().stream()) : faces;
    }

    private static List<Detection> certain(Picture picture, Look look) {
        return look.faces().stream().filter(face -> !isDoubtful(picture, face)).toList();
    }

    private static boolean isDoubtful(Picture picture, Detection face) {
        return Uprightness.of(face, picture).isDoubtful();
    }

    private static void addIfNew(List<Detection> faces, Detection face) {
        if (faces.stream().noneMatch(other -> isSameFace(other, face))) {
            faces.add(face);
        }
    }

    /** The face as its turned surroundings show it, if they show it clearly better. */
    private Optional<View> turned(Picture picture, Detection detection) {
        var upright = Uprightness.of(detection, picture);
        var surroundings = Surroundings.of(detection.box(), picture);
        var part = surroundings.of(picture);
        try {
            var views = turns(upright).stream()
                    .flatMap(turn -> views(part, turn, this::sure).stream())
                    .map(view -> view.at(surroundings.toImage(view.detection())))
                    .filter(view -> view.uprightness().isFace() && isSameFace(view.detection(), detection))
                    .toList();
            return choice.best(picture, detection, views);
        } finally {
            part.release();
        }
    }

    private static List<QuarterTurn> turns(Uprightness upright) {
        return upright.isPerhapsSideways() ? List.of(QuarterTurn.values()) : List.of(QuarterTurn.HALF);
    }

    private static boolean isSameFace(Detection one, Detection other) {
        return cover(one.box(), other.box()) >= SAME_FACE_COVER;
    }

    private static double cover(BoundingBox a, BoundingBox b) {
        var width = Math.min(a.x() + a.w(), b.x() + b.w()) - Math.max(a.x(), b.x());
        var height = Math.min(a.y() + a.h(), b.y() + b.h()) - Math.max(a.y(), b.y());
        return width <= 0 || height <= 0 ? 0 : width * height / Math.min(a.area(), b.area());
    }

    /**
     * The faces of an image in which none was found: those of the turn that shows them best. Looks at the image as a
     * whole, thus not for small faces.
     */
    public List<Detection> find(Picture picture) {
        return find(picture, List.of(QuarterTurn.values()));
    }

    /** Like {@link #find}, but only faces on their head. */
    public List<Detection> findOnItsHead(Picture picture) {
        return find(picture, List.of(QuarterTurn.HALF));
    }

    private List<Detection> find(Picture picture, List<QuarterTurn> turns) {
        return best(picture, turns).stream()
                .map(View::detection)
                .sorted(MOST_CONFIDENT_FIRST)
                .toList();
    }

    /** The faces of the turn that shows them best. */
    private List<View> best(Picture picture, List<QuarterTurn> turns) {
        var reduced = reduced(picture);
        try {
            var best = List.<View>of();
            for (var turn : turns) {
                var faces = views(reduced, turn, this::sure).stream()
                        .filter(view -> view.uprightness().isFace())
                        .toList();
                best = rank(faces) > rank(best) ? faces : best;
            }
            return best;
        } finally {
            reduced.release();
        }
    }

    private static double rank(List<View> faces) {
        return faces.stream().mapToDouble(face -> face.uprightness().rank()).sum();
    }

    private static Mat reduced(Picture picture) {
        var reduction = Math.max(1, Math.max(picture.width(), picture.height()) / (double) MAX_SIDE);
        var reduced = new Mat();
        var size = new Size(
                Math.max(1, Math.round(picture.width() / reduction)),
                Math.max(1, Math.round(picture.height() / reduction)));
        Imgproc.resize(picture.bgr(), reduced, size, 0, 0, Imgproc.INTER_AREA);
        return reduced;
    }

    /** A face must be a sure one to tell a turn, so what takes a second look is not needed. */
    private List<Detection> sure(Picture turned) {
        return detector.detectSure(turned, UNTILED);
    }

    /** Every face that the detection finds in the turned part, relative to the part as it was. */
    private static List<View> views(Mat part, QuarterTurn turn, Function<Picture, List<Detection>> detection) {
        try (var turned = turn.turn(part)) {
            return detection.apply(turned).stream()
                    .map(face -> new View(turn, turn.back(face), Uprightness.of(face, turned)))
                    .toList();
        }
    }
}

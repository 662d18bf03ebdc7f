package io.faceline.embedder;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.face.AlignedCrop;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.DetectedFace;
import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.contracts.face.Face;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.Landmarks;
import io.faceline.contracts.face.Point;
import io.faceline.contracts.face.TestEmbeddings;
import io.faceline.contracts.face.TestFaces;
import io.faceline.contracts.frame.Detections;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.identity.SessionId;
import io.faceline.vision.embed.FaceVector;
import io.faceline.vision.image.CropJpeg;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Frames of a camera, 200 ms from one to the next. */
class ReusedEmbeddingsTest {
    private static final SessionId CAMERA = new SessionId(SessionId.CAMERA_PREFIX + "door");
    private static final BoundingBox HERE = new BoundingBox(0.4, 0.4, 0.1, 0.2);
    private static final BoundingBox ELSEWHERE = new BoundingBox(0.1, 0.4, 0.1, 0.2);
    private static final long STEP = 200;

    /** How many faces each call embedded. */
    private final List<Integer> calls = new ArrayList<>();

    private EmbedFaces embedFaces = new EmbedFaces(TestFrames.MODEL, this::embed, true);
    private SessionId session = CAMERA;
    private String source = "door";
    private Role role = new Role.Probe();
    private long millis;
    private int embedded;

    @Test
    void firstThreeAreItsOwn_thenOneInFive() {
        var reused = IntStream.range(0, 13)
                .mapToObj(i -> next(HERE).get(0).isReused())
                .toList();

        assertThat(reused)
                .containsExactly(false, false, false, true, true, true, true, false, true, true, true, true, false);
        assertThat(calls).containsOnly(1).hasSize(5);
    }

    @Test
    void embeddingIsTheLastOne_cropIsItsOwn() {
        times(2, () -> next(HERE));
        var last = next(HERE).get(0);

        var reused = next(HERE).get(0);

        assertThat(reused.embedding()).isEqualTo(last.embedding());
        assertThat(reused.rawLength()).isEqualTo(last.rawLength());
        assertThat(reused.cropJpeg()).isEqualTo(CropJpeg.encode(TestFaces.crop(3)));
    }

    @Test
    void waveringOfADetector_isNoMove() {
        times(3, () -> next(HERE));

        assertThat(next(new BoundingBox(0.403, 0.394, 0.099, 0.203)).get(0).isReused())
                .isTrue();
    }

    @Test
    void faceIsEmbedded_movedOrOfAnotherSize() {
        times(4, () -> next(HERE));

        assertThat(next(new BoundingBox(0.412, 0.4, 0.1, 0.2)).get(0).isReused())
                .isFalse();
        times(4, () -> next(HERE));
        assertThat(next(new BoundingBox(0.4, 0.4, 0.12, 0.24)).get(0).isReused())
                .isFalse();
    }

    @Test
    void faceIsEmbedded_movesInEachFrame() {
        var reused = IntStream.range(0, 20)
                .filter(i -> next(new BoundingBox(0.2 + 0.011 * i, 0.4, 0.1, 0.2))
                        .get(0)
                        .isReused())
                .count();

        assertThat(reused).isZero();
    }

    /** Steps of 6 % of the width: measured from the last embedding, the second one is too far. */
    @Test
    void oneFrameInFour_drifts() {
        var reused = IntStream.range(0, 8)
                .mapToObj(i -> next(new BoundingBox(0.2 + 0.006 * i, 0.4, 0.1, 0.2))
                        .get(0)
                        .isReused())
                .toList();

        assertThat(reused).containsExactly(false, false, false, true, false, false, false, true);
    }

    @Test
    void faceIsEmbedded_headTurned() {
        times(4, () -> next(HERE));
        var turned = face(0, HERE);
        var points = turned.landmarks();
        var nose = new Point(points.nose().x() + 0.012, points.nose().y());
        var landmarks =
                new Landmarks(points.leftEye(), points.rightEye(), nose, points.mouthLeft(), points.mouthRight());

        var next = in(new Face(0, HERE, landmarks, turned.confidence(), turned.quality()));

        assertThat(next.get(0).isReused()).isFalse();
    }

    @Test
    void onlyTheOneThatMovedIsEmbedded_twoFaces() {
        times(3, () -> next(HERE, ELSEWHERE));
        calls.clear();

        var faces = next(HERE, new BoundingBox(0.15, 0.4, 0.1, 0.2));

        assertThat(faces).extracting(EmbeddedFace::isReused).containsExactly(true, false);
        assertThat(calls).containsExactly(1);
        assertThat(faces.get(0).embedding()).isNotEqualTo(faces.get(1).embedding());
    }

    @Test
    void eachKeepsItsOwn_orderOfFacesChanges() {
        times(2, () -> next(HERE, ELSEWHERE));
        var last = next(HERE, ELSEWHERE);

        var swapped = next(ELSEWHERE, HERE);

        assertThat(swapped)
                .extracting(EmbeddedFace::embedding)
                .containsExactly(last.get(1).embedding(), last.get(0).embedding());
    }

    @Test
    void placeIsRemembered_missedInOneFrame() {
        times(3, () -> next(HERE));
        next();

        assertThat(next(HERE).get(0).isReused()).isTrue();
    }

    @Test
    void placeIsForgotten_afterTwoSeconds() {
        times(4, () -> next(HERE));
        millis += 2000;
        next();

        assertThat(next(HERE).get(0).isReused()).isFalse();
        assertThat(next(HERE).get(0).isReused()).isFalse();
    }

    @Test
    void faceIsEmbedded_clockJumpedBack() {
        times(4, () -> next(HERE));
        millis -= 60_000;

        assertThat(next(HERE).get(0).isReused()).isFalse();
    }

    @Test
    void tenFramesAtMost_clockStands() {
        var reused = IntStream.range(0, 14)
                .filter(i -> {
                    millis -= STEP;
                    return next(HERE).get(0).isReused();
                })
                .count();

        assertThat(reused).isEqualTo(10);
    }

    @Test
    void sourcesAreApart_sameplace() {
        times(4, () -> next(HERE));
        source = "gate";

        assertThat(next(HERE).get(0).isReused()).isFalse();
    }

    @Test
    void everyFaceIsEmbedded_videosAndVisitors() {
        session = TestFrames.SESSION;

        times(6, () -> next(HERE));

        assertThat(calls).hasSize(6);
    }

    @Test
    void everyFaceIsEmbedded_switchedOff() {
        embedFaces = new EmbedFaces(TestFrames.MODEL, this::embed, false);

        times(6, () -> next(HERE));

        assertThat(calls).hasSize(6);
    }

    @Test
    void nothingIsEmbedded_detectionOnly() {
        role = new Role.Detect();

        times(6, () -> next(HERE));

        assertThat(calls).isEmpty();
    }

    @Test
    void leastRecentSourcesAreForgotten_tooMany() {
        var sources = new SeenSources();
        for (var i = 0; i < SeenSources.MAX_SOURCES + 5; i++) {
            sources.remember(TestFrames.facts().source("camera-" + i).build(), List.of());
        }

        assertThat(sources.size()).isEqualTo(SeenSources.MAX_SOURCES);
    }

    private List<EmbeddedFace> next(BoundingBox... boxes) {
        return in(IntStream.range(0, boxes.length)
                .mapToObj(i -> face(i, boxes[i]))
                .toArray(Face[]::new));
    }

    private List<EmbeddedFace> in(Face... faces) {
        millis += STEP;
        var facts = TestFrames.facts()
                .session(session)
                .source(source)
                .role(role)
                .capturedAt(TestFrames.NOW.plusMillis(millis))
                .build();
        var detected = IntStream.range(0, faces.length)
                .mapToObj(i -> new DetectedFace(faces[i], TestFaces.crop(calls.size())))
                .toList();
        var made = embedFaces.in(new Detections(facts, Outcome.made(TestFrames.faces(detected))));
        return ((Outcome.Made<Faces<EmbeddedFace>>) made.outcome()).value().faces();
    }

    private static Face face(int index, BoundingBox box) {
        return TestFaces.face(index, box);
    }

    private List<FaceVector> embed(List<AlignedCrop> crops) {
        calls.add(crops.size());
        return crops.stream()
                .map(crop -> new FaceVector(TestEmbeddings.human(++embedded % 8), embedded))
                .toList();
    }

    private static void times(int count, Runnable step) {
        for (var i = 0; i < count; i++) {
            step.run();
        }
    }
}

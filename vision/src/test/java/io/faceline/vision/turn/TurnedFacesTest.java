package io.faceline.vision.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.DetectedFace;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.face.Face;
import io.faceline.vision.TestModels;
import io.faceline.vision.Vision;
import io.faceline.vision.detect.Detection;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.image.Picture;
import io.faceline.vision.video.VideoDecoder;
import io.faceline.vision.video.VideoException;
import io.faceline.vision.video.VideoLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Point;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** Photos and films that are turned when the test runs. */
@Tag("slow")
class TurnedFacesTest {
    private static final int SAMPLES = 6;
    private static final double SAME_PLACE_IOU = 0.3;

    /** Landmarks of a tilted face are off by up to 45 degrees; a turn is off by 90. */
    private static final double WRONG_TURN_DEGREES = 60;

    /** The threshold of a match of fr_feature is 0.49; two crops of one face in one photo are more alike. */
    private static final double SAME_FACE = 0.6;

    private static Vision vision;
    private static List<List<Known>> uprightFaces;

    /** A face of an upright photo, with what it is recognised by. */
    private record Known(Face face, Embedding embedding) {}

    /** Once for all turns: the models take long to load, and upright faces are the same whatever they are compared with. */
    @BeforeAll
    static void lookAtUprightPhotos() throws IOException, ImageException {
        vision = Vision.open(TestModels.defaults());
        uprightFaces = new ArrayList<>();
        for (var number = 1; number <= SAMPLES; number++) {
            try (var photo = TestModels.picture(TestModels.sample(number))) {
                uprightFaces.add(vision.analyzer().find(photo).faces().stream()
                        .map(TurnedFacesTest::known)
                        .toList());
            }
        }
    }

    @AfterAll
    static void close() {
        if (vision != null) {
            vision.close();
        }
    }

    @ParameterizedTest
    @EnumSource(QuarterTurn.class)
    void facesOfTurnedPhotos_areFoundAndRecognisedAsUprightOnes(QuarterTurn turn) throws IOException, ImageException {
        var upright = 0;
        var missed = new ArrayList<String>();
        for (var number = 1; number <= SAMPLES; number++) {
            var wanted = uprightFaces.get(number - 1);
            upright += wanted.size();
            try (var photo = TestModels.picture(TestModels.sample(number));
                    var turned = turn.turn(photo.bgr())) {
                var found = vision.analyzer().find(turned).faces();
                for (var face : wanted) {
                    if (!isAmong(found, turn, face)) {
                        missed.add("sample" + number + " " + face.face().box());
                    }
                }
            }
        }

        assertThat(upright).isGreaterThan(20);
        // Tilted faces and profiles are the hard ones: of 22, three or four are missed; before, all were.
        assertThat(missed).hasSizeLessThanOrEqualTo(upright / 5);
    }

    @ParameterizedTest
    @EnumSource(QuarterTurn.class)
    void portraitOnItsSideOrHead_isRecognised(QuarterTurn turn) throws IOException, ImageException {
        var known = TestModels.shared("data/photos/face_recognition/train/obama/obama.jpg");
        var portrait = TestModels.shared("data/photos/face_recognition/test/obama1.jpg");
        try (var enrolled = TestModels.picture(known);
                var photo = TestModels.picture(portrait);
                var turned = turn.turn(photo.bgr())) {
            var reference = only(vision.analyzer().find(enrolled).faces());

            var probe = only(vision.analyzer().find(turned).faces());

            assertThat(probe.similarity(reference)).isGreaterThan(0.49);
        }
    }

    /** Between upright and sideways, the landmarks of neither view are right: a wrong turn looked better than none. */
    @Test
    void tiltedFace_isNeverTurnedWrongly() throws IOException, ImageException {
        var wrong = new ArrayList<String>();
        var people = List.of(
                "Abbas_Kiarostami",
                "Alex_Wallau",
                "Andrew_Luster",
                "Arnaud_Lagardere",
                "Bernardo_Segura",
                "Bode_Miller");
        for (var person : people) {
            try (var photo = TestModels.picture(TestModels.shared("data/lfw/" + person + "/" + person + "_0001.jpg"))) {
                for (var degrees = 40; degrees <= 75; degrees += 5) {
                    wrong.addAll(wronglyTurned(photo, degrees));
                    wrong.addAll(wronglyTurned(photo, -degrees));
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    private static List<String> wronglyTurned(Picture photo, double degrees) {
        try (var tilted = Picture.of(tilted(photo.bgr(), degrees))) {
            return vision.analyzer().find(tilted).faces().stream()
                    .map(face -> face.face().quality().roll())
                    .filter(roll -> Math.abs(roll - degrees) > WRONG_TURN_DEGREES)
                    .map(roll -> "tilted by " + degrees + ", seen at " + roll)
                    .toList();
        }
    }

    private static Mat tilted(Mat photo, double degrees) {
        var centre = new Point(photo.cols() / 2.0, photo.rows() / 2.0);
        var turn = Imgproc.getRotationMatrix2D(centre, -degrees, 1);
        var tilted = new Mat();
        Imgproc.warpAffine(photo, tilted, turn, photo.size(), Imgproc.INTER_LINEAR, Core.BORDER_REPLICATE);
        turn.release();
        return tilted;
    }

    @Test
    void filmOnItsHead_showsTheSameFaces() throws IOException, VideoException, ImageException {
        var film = TestModels.shared("data/video/hamilton.mp4");
        var frames = 0;
        var recognised = 0;
        try (var decoder = new VideoDecoder(VideoLimits.DEFAULT);
                var reading = decoder.open(film, 2)) {
            for (var frame = reading.next(); frame.isPresent(); frame = reading.next()) {
                var upright = vision.analyzer().findInVideo(frame.get().jpeg()).faces();
                if (upright.isEmpty() || upright.get(0).face().confidence() < 0.999) {
                    continue;
                }
                var turned = vision.analyzer()
                        .findInVideo(onItsHead(frame.get().jpeg()))
                        .faces();
                frames++;
                recognised += isAmong(turned, QuarterTurn.HALF, known(upright.get(0))) ? 1 : 0;
            }
        }

        assertThat(frames).isGreaterThan(8);
        assertThat(recognised).isGreaterThanOrEqualTo(frames * 3 / 4);
    }

    @Test
    void uprightPhoto_isLeftAsItIs() throws IOException, ImageException {
        try (var detector = TestModels.detector("rfb320")) {
            for (var number = 1; number <= SAMPLES; number++) {
                try (var photo = TestModels.picture(TestModels.sample(number))) {
                    var look = detector.look(photo, 24);

                    assertThat(new TurnedFaces(detector).among(photo, look, 24, 100))
                            .as("sample" + number)
                            .isEqualTo(look.faces());
                }
            }
        }
    }

    private static boolean isAmong(List<DetectedFace> found, QuarterTurn turn, Known wanted) {
        return found.stream()
                .filter(face -> original(turn, face.face()).iou(wanted.face().box()) > SAME_PLACE_IOU)
                .anyMatch(face -> embedding(face).similarity(wanted.embedding()) > SAME_FACE);
    }

    private static Known known(DetectedFace face) {
        return new Known(face.face(), embedding(face));
    }

    /** A box of the turned image, in the original. */
    private static BoundingBox original(QuarterTurn turn, Face face) {
        return turn.back(new Detection(face.box(), face.landmarks(), face.confidence()))
                .box();
    }

    private static Embedding only(List<DetectedFace> faces) {
        assertThat(faces).hasSize(1);
        return embedding(faces.get(0));
    }

    private static Embedding embedding(DetectedFace face) {
        return vision.embedder().embed(List.of(face.crop())).get(0).embedding();
    }

    private static Blob onItsHead(Blob jpeg) throws ImageException {
        try (var frame = TestModels.picture(jpeg);
                var turned = QuarterTurn.HALF.turn(frame.bgr())) {
            var bytes = new MatOfByte();
            Imgcodecs.imencode(".jpg", turned.bgr(), bytes);
            return Blob.wrap(bytes.toArray());
        }
    }
}

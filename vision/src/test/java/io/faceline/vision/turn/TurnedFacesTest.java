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
import io.faceline.vision.video.VideoDecoder;
import io.faceline.vision.video.VideoException;
import io.faceline.vision.video.VideoLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

/** Photos and films that are turned when the test runs. */
@Tag("slow")
class TurnedFacesTest {
    private static final int SAMPLES = 6;
    private static final double SAME_PLACE_IOU = 0.3;

    /** The threshold of a match of fr_feature is 0.49; two crops of one face in one photo are more alike. */
    private static final double SAME_FACE = 0.6;

    @ParameterizedTest
    @EnumSource(QuarterTurn.class)
    void facesOfTurnedPhotos_areFoundAndRecognisedAsUprightOnes(QuarterTurn turn) throws IOException, ImageException {
        var upright = 0;
        var missed = new ArrayList<String>();
        try (var vision = Vision.open(TestModels.defaults())) {
            for (var number = 1; number <= SAMPLES; number++) {
                try (var photo = TestModels.picture(TestModels.sample(number));
                        var turned = turn.turn(photo.bgr())) {
                    var wanted = vision.analyzer().find(photo).faces();
                    var found = vision.analyzer().find(turned).faces();
                    upright += wanted.size();
                    for (var face : wanted) {
                        if (!isAmong(vision, found, turn, face)) {
                            missed.add("sample" + number + " " + face.face().box());
                        }
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
        try (var vision = Vision.open(TestModels.defaults());
                var enrolled = TestModels.picture(known);
                var photo = TestModels.picture(portrait);
                var turned = turn.turn(photo.bgr())) {
            var reference = only(vision, vision.analyzer().find(enrolled).faces());

            var probe = only(vision, vision.analyzer().find(turned).faces());

            assertThat(probe.similarity(reference)).isGreaterThan(0.49);
        }
    }

    @Test
    void filmOnItsHead_showsTheSameFaces() throws IOException, VideoException, ImageException {
        var film = TestModels.shared("data/video/hamilton.mp4");
        var frames = 0;
        var recognised = 0;
        try (var vision = Vision.open(TestModels.defaults());
                var decoder = new VideoDecoder(VideoLimits.DEFAULT);
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
                recognised += isAmong(vision, turned, QuarterTurn.HALF, upright.get(0)) ? 1 : 0;
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

    private static boolean isAmong(Vision vision, List<DetectedFace> found, QuarterTurn turn, DetectedFace wanted) {
        return found.stream()
                .filter(face -> original(turn, face.face()).iou(wanted.face().box()) > SAME_PLACE_IOU)
                .anyMatch(face -> embedding(vision, face).similarity(embedding(vision, wanted)) > SAME_FACE);
    }

    /** A box of the turned image, in the original. */
    private static BoundingBox original(QuarterTurn turn, Face face) {
        return turn.back(new Detection(face.box(), face.landmarks(), face.confidence()))
                .box();
    }

    private static Embedding only(Vision vision, List<DetectedFace> faces) {
        assertThat(faces).hasSize(1);
        return embedding(vision, faces.get(0));
    }

    private static Embedding embedding(Vision vision, DetectedFace face) {
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

package io.faceline.standalone.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.contracts.face.TestEmbeddings;
import io.faceline.contracts.face.TestFaces;
import io.faceline.contracts.frame.Detections;
import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.topic.Topics;
import io.faceline.detector.CameraLane;
import io.faceline.detector.DetectorMain;
import io.faceline.detector.DetectorSettings;
import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.streams.StrangeInput;
import io.faceline.runtime.streams.TestGuards;
import java.util.Map;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is written to the frames ends as embeddings or as a dead letter, and the next good frame is embedded. */
@Tag("slow")
class StrangeFramesTest {
    private static final CameraLane CAMERA = DetectorMain.camera(DetectorSettings.from(new Settings(Map.of())));

    private static final Blob CROP = Blob.wrap(new byte[] {1});
    private static final Topics TOPICS = StrangeInput.KAFKA.topics();

    @ParameterizedTest
    @EnumSource(Lane.class)
    void everyRecordEnds_random(Lane lane) {
        try (var input = new StrangeInput(topology(lane), "vision", Map.of())) {
            input.assertEveryRecordEnds(TOPICS.frames(lane), TOPICS.embeddings());
            input.send(TOPICS.frames(lane), "key", TestFrames.frame(1));

            assertThat(input.taken(TOPICS.embeddings())).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Lane.class)
    void frameFails_stageEndedTwiceDuringIt(Lane lane) {
        var properties = TestGuards.endedTwiceDuring(TOPICS.frames(lane), 0);
        try (var input = new StrangeInput(topology(lane), "vision", properties)) {
            input.send(TOPICS.frames(lane), "key", TestFrames.frame(1));

            assertThat(input.read(TOPICS.embeddings()).outcome()).isEqualTo(Outcome.failedInternally());
            assertThat(input.taken(TOPICS.deadLetters())).isEqualTo(1);
        }
    }

    private static Topology topology(Lane lane) {
        return VisionTopology.build(TOPICS, lane, CAMERA, StrangeFramesTest::detect, StrangeFramesTest::embed);
    }

    private static Detections detect(Frame frame) {
        return new Detections(frame.facts(), frame.image().then(image -> Outcome.made(TestFaces.detected(1))));
    }

    private static Embeddings embed(Detections detections) {
        return new Embeddings(
                detections.facts(),
                TestFrames.MODEL,
                detections
                        .outcome()
                        .then(faces -> Outcome.made(faces.with(faces.faces().stream()
                                .map(face -> new EmbeddedFace(face.face(), TestEmbeddings.human(1), 3.5, CROP))
                                .toList()))));
    }
}

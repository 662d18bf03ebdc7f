package io.faceline.detector;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.face.TestFaces;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.topic.Topics;
import io.faceline.runtime.streams.StrangeInput;
import io.faceline.runtime.streams.TestGuards;
import java.time.InstantSource;
import java.util.Map;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is written to the frames ends as detections or as a dead letter, and the next good frame is detected. */
@Tag("slow")
class StrangeFramesTest {
    private static final Topics TOPICS = StrangeInput.KAFKA.topics();

    @ParameterizedTest
    @EnumSource(Lane.class)
    void everyRecordEnds_random(Lane lane) {
        try (var input = new StrangeInput(topology(lane), "detector", Map.of())) {
            input.assertEveryRecordEnds(TOPICS.frames(lane), TOPICS.detections(lane));
            input.send(TOPICS.frames(lane), "key", TestFrames.frame(1));

            assertThat(input.taken(TOPICS.detections(lane))).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Lane.class)
    void frameFails_detectorEndedTwiceDuringIt(Lane lane) {
        var properties = TestGuards.endedTwiceDuring(TOPICS.frames(lane), 0);
        try (var input = new StrangeInput(topology(lane), "detector", properties)) {
            input.send(TOPICS.frames(lane), "key", TestFrames.frame(1));

            assertThat(input.read(TOPICS.detections(lane)).outcome()).isEqualTo(Outcome.failedInternally());
            assertThat(input.taken(TOPICS.deadLetters())).isEqualTo(1);
        }
    }

    private static Topology topology(Lane lane) {
        DetectFaces.Finder finder = image -> TestFaces.detected(1);
        var camera = new CameraLane(CameraLimits.DEFAULT, InstantSource.system());
        return DetectorTopology.build(TOPICS, lane, camera, new DetectFaces(finder, finder, finder, 10)::in);
    }
}

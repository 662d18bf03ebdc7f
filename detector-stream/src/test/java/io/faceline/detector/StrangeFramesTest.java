package io.faceline.detector;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.face.TestFaces;
import io.faceline.contracts.frame.Detections;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.hostile.StrangeRecords;
import io.faceline.contracts.topic.Topics;
import io.faceline.runtime.streams.StrangeInput;
import io.faceline.runtime.streams.TestGuards;
import java.time.InstantSource;
import java.util.Map;
import org.apache.kafka.common.serialization.StringDeserializer;
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
        var frames = TOPICS.frames(lane);
        var records = new StrangeRecords(frames, StrangeInput.SEED);
        try (var input = new StrangeInput(topology(lane), "detector", Map.of())) {
            for (var i = 0; i < StrangeInput.COUNT; i++) {
                input.send(frames, records.next());

                assertThat(input.taken(TOPICS.detections(lane)) + input.taken(TOPICS.deadLetters()))
                        .as("record %s of seed %s", i, StrangeInput.SEED)
                        .isEqualTo(1);
            }
            input.send(frames, "key", TestFrames.frame(1));

            assertThat(input.taken(TOPICS.detections(lane))).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Lane.class)
    void frameFails_detectorEndedTwiceDuringIt(Lane lane) {
        var frames = TOPICS.frames(lane);
        try (var input = new StrangeInput(topology(lane), "detector", TestGuards.endedTwiceDuring(frames, 0))) {
            input.send(frames, "key", TestFrames.frame(1));

            var topic = TOPICS.detections(lane);
            var detected = input.driver()
                    .<String, Detections>createOutputTopic(
                            topic.name(),
                            new StringDeserializer(),
                            topic.valueSerde().deserializer())
                    .readValue();
            assertThat(detected.outcome())
                    .isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.code())
                            .isEqualTo(FailureCode.INTERNAL));
            assertThat(input.taken(TOPICS.deadLetters())).isEqualTo(1);
        }
    }

    private static Topology topology(Lane lane) {
        DetectFaces.Finder finder = image -> TestFaces.detected(1);
        var camera = new CameraLane(CameraLimits.DEFAULT, InstantSource.system());
        return DetectorTopology.build(TOPICS, lane, camera, new DetectFaces(finder, finder, finder, 10)::in);
    }
}

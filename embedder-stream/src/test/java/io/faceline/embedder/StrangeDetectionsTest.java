package io.faceline.embedder;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.face.TestEmbeddings;
import io.faceline.contracts.face.TestFaces;
import io.faceline.contracts.frame.Detections;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.topic.Topics;
import io.faceline.runtime.streams.StrangeInput;
import io.faceline.runtime.streams.TestGuards;
import io.faceline.vision.embed.FaceVector;
import java.util.Map;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is written to the detections ends as embeddings or as a dead letter, and the next good ones are embedded. */
@Tag("slow")
class StrangeDetectionsTest {
    private static final Topics TOPICS = StrangeInput.KAFKA.topics();

    @ParameterizedTest
    @EnumSource(Lane.class)
    void everyRecordEnds_random(Lane lane) {
        try (var input = new StrangeInput(topology(lane), "embedder", Map.of())) {
            input.assertEveryRecordEnds(TOPICS.detections(lane), TOPICS.embeddings());
            input.send(TOPICS.detections(lane), "key", detected());

            assertThat(input.taken(TOPICS.embeddings())).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Lane.class)
    void frameFails_embedderEndedTwiceDuringIt(Lane lane) {
        var properties = TestGuards.endedTwiceDuring(TOPICS.detections(lane), 0);
        try (var input = new StrangeInput(topology(lane), "embedder", properties)) {
            input.send(TOPICS.detections(lane), "key", detected());

            assertThat(input.read(TOPICS.embeddings()).outcome()).isEqualTo(Outcome.failedInternally());
            assertThat(input.taken(TOPICS.deadLetters())).isEqualTo(1);
        }
    }

    private static Detections detected() {
        return new Detections(TestFrames.facts(1), Outcome.made(TestFaces.detected(2)));
    }

    private static Topology topology(Lane lane) {
        var embedFaces = new EmbedFaces(
                TestFrames.MODEL,
                crops -> crops.stream()
                        .map(crop ->
                                new FaceVector(TestEmbeddings.human(crop.bgr().toByteArray()[0]), 1))
                        .toList(),
                true);
        return EmbedderTopology.build(TOPICS, lane, embedFaces::in);
    }
}

package io.faceline.embedder;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.face.TestEmbeddings;
import io.faceline.contracts.face.TestFaces;
import io.faceline.contracts.frame.Detections;
import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.hostile.StrangeRecords;
import io.faceline.contracts.topic.Topics;
import io.faceline.runtime.streams.StrangeInput;
import io.faceline.runtime.streams.TestGuards;
import java.util.Map;
import org.apache.kafka.common.serialization.StringDeserializer;
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
        var detections = TOPICS.detections(lane);
        var records = new StrangeRecords(detections, StrangeInput.SEED);
        try (var input = new StrangeInput(topology(lane), "embedder", Map.of())) {
            for (var i = 0; i < StrangeInput.COUNT; i++) {
                input.send(detections, records.next());

                assertThat(input.taken(TOPICS.embeddings()) + input.taken(TOPICS.deadLetters()))
                        .as("record %s of seed %s", i, StrangeInput.SEED)
                        .isEqualTo(1);
            }
            input.send(detections, "key", detected());

            assertThat(input.taken(TOPICS.embeddings())).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Lane.class)
    void frameFails_embedderEndedTwiceDuringIt(Lane lane) {
        var detections = TOPICS.detections(lane);
        try (var input = new StrangeInput(topology(lane), "embedder", TestGuards.endedTwiceDuring(detections, 0))) {
            input.send(detections, "key", detected());

            var topic = TOPICS.embeddings();
            var embedded = input.driver()
                    .<String, Embeddings>createOutputTopic(
                            topic.name(),
                            new StringDeserializer(),
                            topic.valueSerde().deserializer())
                    .readValue();
            assertThat(embedded.outcome())
                    .isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.code())
                            .isEqualTo(FailureCode.INTERNAL));
            assertThat(input.taken(TOPICS.deadLetters())).isEqualTo(1);
        }
    }

    private static Detections detected() {
        return new Detections(TestFrames.facts(1), Outcome.made(TestFaces.detected(2)));
    }

    private static Topology topology(Lane lane) {
        var embedFaces = new EmbedFaces(TestFrames.MODEL, crops -> crops.stream()
                .map(crop -> TestEmbeddings.human(crop.bgr().toByteArray()[0]))
                .toList());
        return EmbedderTopology.build(TOPICS, lane, embedFaces::in);
    }
}

package io.faceline.embedder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.contracts.face.AlignedCrop;
import io.faceline.contracts.face.TestEmbeddings;
import io.faceline.contracts.face.TestFaces;
import io.faceline.contracts.frame.Detections;
import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.topic.PartitionCounts;
import io.faceline.contracts.topic.Topics;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.streams.StreamsProperties;
import io.faceline.vision.embed.FaceVector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class EmbedderTopologyTest {
    private static final KafkaSettings KAFKA = new KafkaSettings(
            "unused:0", Topics.DEFAULT_PREFIX, PartitionCounts.DEFAULT, (short) 1, Path.of("unused"), "test", Map.of());
    private static final Topics TOPICS = KAFKA.topics();

    private TopologyTestDriver driver = driver(Lane.LIVE, EmbedderTopologyTest::embed);

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void topologyIsAsApproved_bothLanes() throws IOException {
        var topologies = new StringBuilder();
        for (var lane : Lane.values()) {
            var embedFaces = new EmbedFaces(TestFrames.MODEL, EmbedderTopologyTest::embed, true);
            topologies.append(EmbedderTopology.build(TOPICS, lane, embedFaces::in)
                    .describe()
                    .toString());
        }

        assertThat(topologies.toString().strip())
                .isEqualToNormalizingNewlines(resource("expected-topology.txt").strip());
    }

    @Test
    void embeddingsAreKeyedBySession_frameOfEitherLane() {
        for (var lane : Lane.values()) {
            driver.close();
            driver = driver(lane, EmbedderTopologyTest::embed);

            detections(lane).pipeInput("key", detected(7));

            var embedded = embeddings().readRecord();
            assertThat(embedded.key()).isEqualTo("session");
            assertThat(embedded.value().facts()).isEqualTo(TestFrames.facts(7));
            assertThat(embedded.value().modelId()).isEqualTo(TestFrames.MODEL);
            assertThat(frameId(embedded)).isEqualTo("job/7");
        }
    }

    @Test
    void poisonIsADeadLetter_nextFrameIsEmbedded() {
        poison("no detections".getBytes(UTF_8));
        detections(Lane.LIVE).pipeInput("key", detected(1));

        var letter = deadLetters().readRecord();
        assertThat(letter.value()).isEqualTo("no detections".getBytes(UTF_8));
        assertThat(frameId(letter)).isEqualTo("job/0");
        assertThat(new String(letter.headers().lastHeader("stage").value(), UTF_8))
                .isEqualTo("embedder");
        assertThat(embeddings().readValuesToList()).hasSize(1);
    }

    @Test
    void recordWithoutValueIsADeadLetter_nextFrameIsEmbedded() {
        poison(null);
        detections(Lane.LIVE).pipeInput("key", detected(1));

        assertThat(deadLetters().readValuesToList()).hasSize(1);
        assertThat(embeddings().readValuesToList()).hasSize(1);
    }

    @Test
    void stageStops_bug() {
        driver.close();
        driver = driver(Lane.LIVE, crops -> {
            throw new NullPointerException("a bug");
        });

        assertThatThrownBy(() -> detections(Lane.LIVE).pipeInput("key", detected(1)))
                .isInstanceOf(StreamsException.class)
                .hasRootCauseMessage("a bug");
        assertThat(deadLetters().isEmpty()).isTrue();
    }

    private static TopologyTestDriver driver(Lane lane, Function<List<AlignedCrop>, List<FaceVector>> embedder) {
        var properties = new Properties();
        properties.putAll(StreamsProperties.of("embedder", KAFKA, 1));
        var topology = EmbedderTopology.build(TOPICS, lane, new EmbedFaces(TestFrames.MODEL, embedder, true)::in);
        return new TopologyTestDriver(topology, properties);
    }

    private static Detections detected(long sequence) {
        return new Detections(TestFrames.facts(sequence), Outcome.made(TestFaces.detected(2)));
    }

    private static List<FaceVector> embed(List<AlignedCrop> crops) {
        return crops.stream()
                .map(crop -> new FaceVector(TestEmbeddings.human(crop.bgr().toByteArray()[0]), 1))
                .toList();
    }

    private TestInputTopic<String, Detections> detections(Lane lane) {
        var topic = TOPICS.detections(lane);
        return driver.createInputTopic(
                topic.name(), new StringSerializer(), topic.valueSerde().serializer());
    }

    private void poison(byte[] value) {
        var headers = new RecordHeaders().add(Topics.FRAME_ID_HEADER, "job/0".getBytes(UTF_8));
        driver.createInputTopic(TOPICS.detections(Lane.LIVE).name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>("key", value, headers));
    }

    private TestOutputTopic<String, Embeddings> embeddings() {
        var topic = TOPICS.embeddings();
        return driver.createOutputTopic(
                topic.name(), new StringDeserializer(), topic.valueSerde().deserializer());
    }

    private TestOutputTopic<String, byte[]> deadLetters() {
        return driver.createOutputTopic(
                TOPICS.deadLetters().name(), new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static String frameId(TestRecord<?, ?> sent) {
        return new String(sent.headers().lastHeader(Topics.FRAME_ID_HEADER).value(), UTF_8);
    }

    private static String resource(String name) throws IOException {
        try (var in = EmbedderTopologyTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}

package io.faceline.detector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.contracts.frame.Detections;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.topic.PartitionCounts;
import io.faceline.contracts.topic.Topics;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.streams.StreamsProperties;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
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
import org.junit.jupiter.api.Test;

class DetectorTopologyTest {
    private static final KafkaSettings KAFKA = new KafkaSettings(
            "unused:0", Topics.DEFAULT_PREFIX, PartitionCounts.DEFAULT, (short) 1, Path.of("unused"), "test", Map.of());
    private static final Topics TOPICS = KAFKA.topics();

    private TopologyTestDriver driver = driver(Lane.LIVE, image -> Sample.faces(1));

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void topologyIsAsApproved_bothLanes() throws IOException {
        var topologies = new StringBuilder();
        for (var lane : Lane.values()) {
            DetectFaces.Detector analyzer = image -> Sample.faces(1);
            var detectFaces = new DetectFaces(analyzer, analyzer, analyzer, 1);
            topologies.append(DetectorTopology.build(TOPICS, lane, detectFaces::in)
                    .describe()
                    .toString());
        }

        assertThat(topologies.toString().strip())
                .isEqualToNormalizingNewlines(resource("expected-topology.txt").strip());
    }

    @Test
    void detectionsKeepKeyAndFrameId_frameOfEitherLane() {
        for (var lane : Lane.values()) {
            driver.close();
            driver = driver(lane, image -> Sample.faces(2));

            frames(lane).pipeInput("key", Sample.frame(7, Sample.PROBE, Sample.IMAGE));

            var detected = detections(lane).readRecord();
            assertThat(detected.key()).isEqualTo("key");
            assertThat(detected.value().facts()).isEqualTo(Sample.facts(7, Sample.PROBE));
            assertThat(detected.value().outcome()).isEqualTo(Outcome.made(Sample.faces(2)));
            assertThat(frameId(detected)).isEqualTo("job/7");
        }
    }

    @Test
    void poisonIsADeadLetter_nextFrameIsDetected() {
        poison("no frame".getBytes(UTF_8));
        frames(Lane.LIVE).pipeInput("key", Sample.frame(1, Sample.PROBE, Sample.IMAGE));

        var letter = deadLetters().readRecord();
        assertThat(letter.value()).isEqualTo("no frame".getBytes(UTF_8));
        assertThat(frameId(letter)).isEqualTo("job/0");
        assertThat(new String(letter.headers().lastHeader("stage").value(), UTF_8))
                .isEqualTo("detector");
        assertThat(detections(Lane.LIVE).readValuesToList()).hasSize(1);
    }

    @Test
    void recordWithoutValueIsADeadLetter_nextFrameIsDetected() {
        poison(null);
        frames(Lane.LIVE).pipeInput("key", Sample.frame(1, Sample.PROBE, Sample.IMAGE));

        assertThat(deadLetters().readValuesToList()).hasSize(1);
        assertThat(detections(Lane.LIVE).readValuesToList()).hasSize(1);
    }

    @Test
    void stageStops_bug() {
        driver.close();
        driver = driver(Lane.LIVE, image -> {
            throw new NullPointerException("a bug");
        });
        var frame = Sample.frame(1, Sample.PROBE, Sample.IMAGE);

        assertThatThrownBy(() -> frames(Lane.LIVE).pipeInput("key", frame))
                .isInstanceOf(StreamsException.class)
                .hasRootCauseMessage("a bug");
        assertThat(deadLetters().isEmpty()).isTrue();
    }

    private static TopologyTestDriver driver(Lane lane, DetectFaces.Detector analyzer) {
        var properties = new Properties();
        properties.putAll(StreamsProperties.of("detector", KAFKA, 1));
        var topology = DetectorTopology.build(TOPICS, lane, new DetectFaces(analyzer, analyzer, analyzer, 10)::in);
        return new TopologyTestDriver(topology, properties);
    }

    private TestInputTopic<String, Frame> frames(Lane lane) {
        var topic = TOPICS.frames(lane);
        return driver.createInputTopic(
                topic.name(), new StringSerializer(), topic.valueSerde().serializer());
    }

    private void poison(byte[] value) {
        var headers = new RecordHeaders().add(Topics.FRAME_ID_HEADER, "job/0".getBytes(UTF_8));
        driver.createInputTopic(TOPICS.frames(Lane.LIVE).name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>("key", value, headers));
    }

    private TestOutputTopic<String, Detections> detections(Lane lane) {
        var topic = TOPICS.detections(lane);
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
        try (var in = DetectorTopologyTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}

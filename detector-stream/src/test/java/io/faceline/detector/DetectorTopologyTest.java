package io.faceline.detector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.contracts.face.TestFaces;
import io.faceline.contracts.frame.Detections;
import io.faceline.contracts.frame.DropReason;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.hostile.NewWords;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.topic.PartitionCounts;
import io.faceline.contracts.topic.Topics;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.streams.StreamsProperties;
import io.faceline.runtime.streams.StreamsService;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectorTopologyTest {
    private static final KafkaSettings KAFKA = new KafkaSettings(
            "unused:0", Topics.DEFAULT_PREFIX, PartitionCounts.DEFAULT, (short) 1, Path.of("unused"), "test", Map.of());
    private static final Topics TOPICS = KAFKA.topics();

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final CameraLane CAMERA = new CameraLane(CameraLimits.DEFAULT, InstantSource.fixed(NOW));

    private TopologyTestDriver driver = driver(Lane.LIVE, image -> TestFaces.detected(1));

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void topologyIsAsApproved_eachLane() throws IOException {
        var topologies = new StringBuilder();
        for (var lane : Lane.values()) {
            DetectFaces.Finder finder = image -> TestFaces.detected(1);
            var detectFaces = new DetectFaces(finder, finder, finder, 1);
            topologies.append(DetectorTopology.build(TOPICS, lane, CAMERA, detectFaces::in)
                    .describe()
                    .toString());
        }

        assertThat(topologies.toString().strip())
                .isEqualToNormalizingNewlines(resource("expected-topology.txt").strip());
    }

    @Test
    void detectionsKeepKeyAndFrameId_frameOfEitherLane() {
        for (var lane : List.of(Lane.LIVE, Lane.BULK)) {
            driver.close();
            driver = driver(lane, image -> TestFaces.detected(2));

            frames(lane).pipeInput("key", TestFrames.frame(7));

            var detected = detections(lane).readRecord();
            assertThat(detected.key()).isEqualTo("key");
            assertThat(detected.value().facts()).isEqualTo(TestFrames.facts(7));
            assertThat(detected.value().outcome()).isEqualTo(Outcome.made(TestFaces.detected(2)));
            assertThat(frameId(detected)).isEqualTo("job/7");
        }
    }

    @Test
    void staleFrameOfACameraIsDroppedUndecoded_timeIsThatOfTheRecord() {
        driver.close();
        driver = driver(Lane.CAMERA, image -> TestFaces.detected(2));
        var facts = TestFrames.facts().session(new SessionId("camera:door")).build();
        var frame = new Frame(facts, TestFrames.IMAGE);

        frames(Lane.CAMERA).pipeInput("job", frame, NOW.minusMillis(1001));
        frames(Lane.CAMERA).pipeInput("job", frame, NOW.minusMillis(999));

        assertThat(detections(Lane.CAMERA).readValuesToList())
                .extracting(Detections::outcome)
                .containsExactly(Outcome.dropped(DropReason.STALE), Outcome.made(TestFaces.detected(2)));
    }

    @Test
    void topicsAreThoseOfItsLane() {
        DetectFaces.Finder finder = image -> TestFaces.detected(1);
        var topology =
                DetectorTopology.build(TOPICS, Lane.BULK, CAMERA, new DetectFaces(finder, finder, finder, 1)::in);

        assertThat(new StreamsService("detector", topology, KAFKA, 1).topics(TOPICS))
                .containsExactly(TOPICS.frames(Lane.BULK), TOPICS.detections(Lane.BULK), TOPICS.deadLetters());
    }

    @Test
    void poisonIsADeadLetter_nextFrameIsDetected() {
        poison("no frame".getBytes(UTF_8));
        frames(Lane.LIVE).pipeInput("key", TestFrames.frame(1));

        var letter = deadLetters().readRecord();
        assertThat(letter.value()).isEqualTo("no frame".getBytes(UTF_8));
        assertThat(frameId(letter)).isEqualTo("job/0");
        assertThat(new String(letter.headers().lastHeader("stage").value(), UTF_8))
                .isEqualTo("detector");
        assertThat(detections(Lane.LIVE).readValuesToList()).hasSize(1);
    }

    @Test
    void foreignHeadersAreKept_inDetectionsAndDeadLetters() {
        var headers = new RecordHeaders().add("traceparent", "00-4bf9-00f0-01".getBytes(UTF_8));
        frames(Lane.LIVE).pipeInput(new TestRecord<>("key", TestFrames.frame(1), headers));
        driver.createInputTopic(TOPICS.frames(Lane.LIVE).name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>("key", new byte[] {1}, headers));

        assertThat(detections(Lane.LIVE).readRecord().headers().lastHeader("traceparent"))
                .isNotNull();
        assertThat(deadLetters().readRecord().headers().lastHeader("traceparent"))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/facts/role; {\"kind\":\"count\"}; UNKNOWN_ROLE",
                "/image; {\"kind\":\"dropped\",\"reason\":\"MOTION_GATE\"}; UNKNOWN",
                "/image; {\"kind\":\"failed\",\"code\":\"LENS_COVERED\",\"message\":\"x\"}; UNKNOWN",
                "/image; {\"kind\":\"stored\",\"url\":\"https://example.org\"}; UNKNOWN"
            })
    void frameIsAnsweredUndecoded_newWord(String place, String json, String code) {
        driver.close();
        driver = driver(Lane.LIVE, image -> {
            throw new AssertionError("decoded");
        });

        driver.createInputTopic(TOPICS.frames(Lane.LIVE).name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput("key", NewWords.in(TOPICS.frames(Lane.LIVE), TestFrames.frame(1), place, json));

        assertThat(detections(Lane.LIVE).readValue().outcome().toString()).contains("=" + code);
    }

    @Test
    void recordWithoutValueIsADeadLetter_nextFrameIsDetected() {
        poison(null);
        frames(Lane.LIVE).pipeInput("key", TestFrames.frame(1));

        assertThat(deadLetters().readValuesToList()).hasSize(1);
        assertThat(detections(Lane.LIVE).readValuesToList()).hasSize(1);
    }

    @Test
    void stageStops_bug() {
        driver.close();
        driver = driver(Lane.LIVE, image -> {
            throw new NullPointerException("a bug");
        });
        var frame = TestFrames.frame(1);

        assertThatThrownBy(() -> frames(Lane.LIVE).pipeInput("key", frame))
                .isInstanceOf(StreamsException.class)
                .hasRootCauseMessage("a bug");
        assertThat(deadLetters().isEmpty()).isTrue();
    }

    private static TopologyTestDriver driver(Lane lane, DetectFaces.Finder finder) {
        var properties = new Properties();
        properties.putAll(StreamsProperties.of("detector", KAFKA, 1));
        var topology = DetectorTopology.build(TOPICS, lane, CAMERA, new DetectFaces(finder, finder, finder, 10)::in);
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

package io.faceline.tracker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.frame.Role;
import io.faceline.contracts.topic.PartitionCounts;
import io.faceline.contracts.topic.Topics;
import io.faceline.contracts.track.Sighting;
import io.faceline.contracts.track.TrackEnd;
import io.faceline.contracts.track.TrackPhase;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.streams.StreamsProperties;
import io.faceline.tracking.TestFace;
import io.faceline.tracking.TestVideo;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrackerTopologyTest {
    private static final KafkaSettings KAFKA = new KafkaSettings(
            "unused:0",
            Topics.DEFAULT_PREFIX,
            new PartitionCounts(1, 1),
            (short) 1,
            Path.of("unused"),
            "test",
            Map.of());
    private static final Topics TOPICS = KAFKA.topics();
    private static final TrackerSettings SETTINGS = new TrackerSettings(1, 64);

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final TestFace face = TestFace.at(0.3, 0.4, new TestVideo(5).somebody());
    private final TrackerMetrics metrics = new TrackerMetrics();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final TopologyTestDriver driver =
            new TopologyTestDriver(TrackerTopology.build(TOPICS, SETTINGS, metrics), properties(), NOW);

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void topology_isTheExpectedOne() throws IOException {
        try (var in = getClass().getResourceAsStream("expected-topology.txt")) {
            assertThat(TrackerTopology.build(TOPICS, SETTINGS, metrics)
                            .describe()
                            .toString())
                    .isEqualToNormalizingNewlines(new String(in.readAllBytes(), UTF_8));
        }
    }

    @Test
    void track_isWrittenUnderItsSource_andEndsWhenTheSourceIsSilent() {
        metrics.bindTo(registry);
        sightings().pipeInput("webcam", sighting("webcam", 0), NOW);

        var first = tracks().readRecord();
        assertThat(first.key()).isEqualTo("webcam");
        assertThat(first.value().phase()).isEqualTo(TrackPhase.NEW);
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        assertThat(registry.get("faceline.tracks.open").gauge().value()).isEqualTo(1);

        driver.advanceWallClockTime(TrackerTask.LIVE_SILENCE);

        assertThat(tracks().readValue().end()).isEqualTo(TrackEnd.SOURCE_SILENT);
        assertThat(registry.get("faceline.tracks.open").gauge().value()).isZero();
        assertThat(registry.get("faceline.tracks.ended").gauge().value()).isEqualTo(1);
    }

    @Test
    void tracks_stayOpen_whileOldSightingsAreRead() {
        var anHourAgo = NOW.minus(Duration.ofHours(1));
        sightings().pipeInput("webcam", sighting("webcam", 0), anHourAgo);
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        sightings().pipeInput("webcam", sighting("webcam", 1), anHourAgo.plusMillis(200));

        assertThat(tracks().readValuesToList()).extracting(TrackUpdate::phase).containsExactly(TrackPhase.NEW);
    }

    @Test
    void foreignRecords_becomeDeadLetters_andTheNextSightingIsTracked() {
        raw().pipeInput("webcam", "no sighting".getBytes(UTF_8), NOW);
        sightings().pipeInput("another key", sighting("webcam", 0), NOW);
        sightings().pipeInput(null, sighting("webcam", 0), NOW);
        sightings().pipeInput("webcam", sighting("webcam", 0), NOW);

        assertThat(tracks().readValuesToList()).hasSize(1);
        assertThat(deadLetters().readRecordsToList()).hasSize(3).allSatisfy(letter -> assertThat(
                        letter.headers().lastHeader("stage").value())
                .asString()
                .isEqualTo("tracker"));
    }

    private Sighting sighting(String source, long sequence) {
        var facts = TestVideo.facts(source, sequence, sequence / 5.0, new Role.Probe());
        return new Sighting(TestVideo.match(facts, face), TestVideo.embeddings(facts, face));
    }

    private TestInputTopic<String, Sighting> sightings() {
        var topic = TOPICS.sightings();
        return driver.createInputTopic(
                topic.name(), new StringSerializer(), topic.valueSerde().serializer());
    }

    private TestInputTopic<String, byte[]> raw() {
        return driver.createInputTopic(TOPICS.sightings().name(), new StringSerializer(), new ByteArraySerializer());
    }

    private TestOutputTopic<String, TrackUpdate> tracks() {
        var topic = TOPICS.tracks();
        return driver.createOutputTopic(
                topic.name(), new StringDeserializer(), topic.valueSerde().deserializer());
    }

    private TestOutputTopic<String, byte[]> deadLetters() {
        return driver.createOutputTopic(
                TOPICS.deadLetters().name(), new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static Properties properties() {
        var properties = new Properties();
        properties.putAll(StreamsProperties.of(TrackerMain.NAME, KAFKA, 1));
        return properties;
    }
}

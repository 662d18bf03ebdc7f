package io.faceline.tracker;

import io.faceline.contracts.job.Job;
import io.faceline.contracts.topic.PartitionCounts;
import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.topic.Topics;
import io.faceline.contracts.track.Sighting;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.streams.StreamsProperties;
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
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;

/** The topology without a broker. */
final class TrackerDriver implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private static final KafkaSettings KAFKA = new KafkaSettings(
            "unused:0",
            Topics.DEFAULT_PREFIX,
            new PartitionCounts(1, 1),
            (short) 1,
            Path.of("unused"),
            "test",
            Map.of());
    static final Topics TOPICS = KAFKA.topics();

    private static final TrackerSettings SETTINGS = new TrackerSettings(1, 64);
    private static final Duration STEP = Duration.ofMillis(200);

    private final TopologyTestDriver driver;

    TrackerDriver(TrackerMetrics metrics) {
        driver = new TopologyTestDriver(topology(metrics), properties(), NOW);
    }

    static Topology topology(TrackerMetrics metrics) {
        return TrackerTopology.build(TOPICS, SETTINGS, metrics);
    }

    TestInputTopic<String, Sighting> sightings() {
        return input(TOPICS.sightings());
    }

    TestInputTopic<String, Job> jobs() {
        return input(TOPICS.jobs());
    }

    <V> TestInputTopic<String, V> input(Topic<V> topic) {
        return driver.createInputTopic(
                topic.name(), new StringSerializer(), topic.valueSerde().serializer());
    }

    TestInputTopic<String, byte[]> bytes(Topic<?> topic) {
        return driver.createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer());
    }

    <V> TestOutputTopic<String, V> output(Topic<V> topic) {
        return driver.createOutputTopic(
                topic.name(), new StringDeserializer(), topic.valueSerde().deserializer());
    }

    TestOutputTopic<String, byte[]> deadLetters() {
        return driver.createOutputTopic(
                TOPICS.deadLetters().name(), new StringDeserializer(), new ByteArrayDeserializer());
    }

    void advance(Duration time) {
        for (var passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(STEP)) {
            driver.advanceWallClockTime(STEP);
        }
    }

    /** As for a process that was frozen. */
    void standStill(Duration time) {
        driver.advanceWallClockTime(time);
    }

    /** The clock of the topology strikes once for each step, as often as it takes until changes are written. */
    void ticks() {
        for (var tick = 0; tick < FollowedVideo.TICKS; tick++) {
            advance(STEP);
        }
    }

    @Override
    public void close() {
        driver.close();
    }

    private static Properties properties() {
        var properties = new Properties();
        properties.putAll(StreamsProperties.of(TrackerMain.NAME, KAFKA, 1));
        return properties;
    }
}

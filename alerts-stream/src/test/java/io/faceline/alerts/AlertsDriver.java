package io.faceline.alerts;

import io.faceline.alerts.judging.AlertsMetrics;
import io.faceline.alerts.judging.JudgeFactory;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertPicture;
import io.faceline.contracts.alert.Observation;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.topic.AlertTopics;
import io.faceline.contracts.topic.PartitionCounts;
import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.topic.Topics;
import io.faceline.contracts.track.TrackPicture;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.streams.StreamsProperties;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The topology without a broker: what half A passes on is judged at once. */
public final class AlertsDriver implements AutoCloseable {
    public static final Instant NOW = TestTracks.START;

    private static final KafkaSettings KAFKA = new KafkaSettings(
            "unused:0",
            Topics.DEFAULT_PREFIX,
            new PartitionCounts(1, 1),
            (short) 1,
            Path.of("unused"),
            "test",
            Map.of());
    public static final Topics TOPICS = KAFKA.topics();
    public static final AlertTopics ALERTING = TOPICS.alerting();

    private static final Duration STEP = Duration.ofMillis(250);

    private final JudgeFactory judges;
    private final AlertsMetrics metrics;
    private final TopologyTestDriver driver;
    private Instant now = NOW;

    /** Whether it is known how far the group has come; then it is at the end. */
    private boolean isCaughtUp = true;

    public AlertsDriver() {
        this(TestJudge::new, new AlertsMetrics());
    }

    public AlertsDriver(JudgeFactory judges, AlertsMetrics metrics) {
        this.judges = judges;
        this.metrics = metrics;
        this.driver = new TopologyTestDriver(topology(), properties(), NOW);
    }

    Topology topology() {
        return AlertsTopology.build(TOPICS, judges, () -> isCaughtUp ? Optional.of(now) : Optional.empty(), metrics);
    }

    public void caughtUp(boolean is) {
        isCaughtUp = is;
    }

    public void rule(AlertRule rule) {
        input(ALERTING.rules()).pipeInput(rule.id().value(), rule, now);
    }

    public void deleteRule(RuleId rule) {
        input(ALERTING.rules()).pipeInput(rule.value(), null, now);
    }

    public void track(TrackUpdate update) {
        input(TOPICS.tracks()).pipeInput(update.source(), update, now);
    }

    public void picture(String source, TrackPicture picture) {
        input(ALERTING.trackShots()).pipeInput(source, picture, now);
    }

    public <V> TestInputTopic<String, V> input(Topic<V> topic) {
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

    /** What was written since the last call, without the tombstones that make Kafka compact. */
    public List<Alert> alerts() {
        return output(ALERTING.alerts()).readValuesToList().stream()
                .filter(Objects::nonNull)
                .toList();
    }

    public List<TestRecord<String, AlertPicture>> shots() {
        return output(ALERTING.shots()).readRecordsToList();
    }

    /** What was passed on since the last call. */
    public List<Observation> observations() {
        return output(ALERTING.observations()).readValuesToList();
    }

    List<TestRecord<String, byte[]>> deadLetters() {
        return driver.createOutputTopic(
                        TOPICS.deadLetters().name(), new StringDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    Instant now() {
        return now;
    }

    public void advance(Duration time) {
        for (var passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(STEP)) {
            now = now.plus(STEP);
            driver.advanceWallClockTime(STEP);
        }
    }

    public void tick() {
        advance(STEP);
    }

    @Override
    public void close() {
        driver.close();
    }

    private static Properties properties() {
        var properties = new Properties();
        properties.putAll(StreamsProperties.of(AlertsMain.NAME, KAFKA, 1));
        return properties;
    }
}

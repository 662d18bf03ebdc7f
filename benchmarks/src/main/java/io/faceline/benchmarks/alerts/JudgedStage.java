package io.faceline.benchmarks.alerts;

import io.faceline.alerting.judges.Judges;
import io.faceline.alerts.AlertsMain;
import io.faceline.alerts.AlertsTopology;
import io.faceline.alerts.judging.AlertsMetrics;
import io.faceline.contracts.topic.PartitionCounts;
import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.topic.Topics;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.streams.StreamsProperties;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;

/**
 * The whole stage alerts without a broker: reads tracks, passes them on, judges, and writes alerts and the logs of its stores,
 * all as bytes. Not thread-safe.
 */
final class JudgedStage implements AutoCloseable {
    private static final KafkaSettings KAFKA = new KafkaSettings(
            "unused:0",
            Topics.DEFAULT_PREFIX,
            new PartitionCounts(1, 1),
            (short) 1,
            Path.of("unused"),
            "benchmark",
            Map.of());
    private static final Topics TOPICS = KAFKA.topics();

    private final TopologyTestDriver driver;
    private final TestInputTopic<String, TrackUpdate> tracks;
    private final String observations = TOPICS.alerting().observations().name();
    private final String alerts = TOPICS.alerting().alerts().name();
    private Instant now;
    private long passedOn;
    private long written;
    private long judgingNanos;

    JudgedStage(RuleMix mix, Instant start) {
        now = start;
        var kept = TOPICS.retention().alerts();
        var topology = AlertsTopology.build(
                TOPICS,
                (rule, book, memory) ->
                        new TimedJudge(Judges.of(rule, book, memory, kept), nanos -> judgingNanos += nanos),
                () -> Optional.of(now),
                new AlertsMetrics());
        driver = new TopologyTestDriver(topology, properties(), start);
        tracks = input(TOPICS.tracks());
        var alerting = TOPICS.alerting();
        var lists = input(alerting.watchLists());
        mix.lists().forEach(list -> lists.pipeInput(list.id().value(), list, now));
        var groups = input(alerting.sourceGroups());
        mix.groups().forEach(group -> groups.pipeInput(group.id().value(), group, now));
        var rules = input(alerting.rules());
        mix.rules().forEach(rule -> rules.pipeInput(rule.id().value(), rule, now));
    }

    private <V> TestInputTopic<String, V> input(Topic<V> topic) {
        return driver.createInputTopic(
                topic.name(), new StringSerializer(), topic.valueSerde().serializer());
    }

    private static Properties properties() {
        var properties = new Properties();
        properties.putAll(StreamsProperties.of(AlertsMain.NAME, KAFKA, 1));
        return properties;
    }

    void track(TrackUpdate update) {
        tracks.pipeInput(update.source(), update, now);
    }

    /** Does what is due by the clock. */
    void advance(Duration time) {
        now = now.plus(time);
        driver.advanceWallClockTime(time);
    }

    /** Counts and forgets what was written. */
    void drain() {
        for (var topic : driver.producedTopicNames()) {
            var records = driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                    .readRecordsToList()
                    .size();
            passedOn += topic.equals(observations) ? records : 0;
            written += topic.equals(alerts) ? records : 0;
        }
    }

    long passedOn() {
        return passedOn;
    }

    long written() {
        return written;
    }

    /** Of the judging of tracks alone. */
    long judgingNanos() {
        return judgingNanos;
    }

    @Override
    public void close() {
        driver.close();
    }
}

package io.faceline.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.topic.PartitionCounts;
import io.faceline.contracts.topic.Retention;
import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.settings.SettingsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaSettingsTest {
    @Test
    void settingsAreTheDefaults_nothingSet() {
        var settings = from(Map.of("HOSTNAME", "here"));

        assertThat(settings.bootstrapServers()).isEqualTo("localhost:9092");
        assertThat(settings.topicPrefix()).isEqualTo("faceline.");
        assertThat(settings.partitions()).isEqualTo(PartitionCounts.DEFAULT);
        assertThat(settings.replicationFactor()).isEqualTo((short) -1);
        assertThat(settings.instanceId()).isEqualTo("here");
        assertThat(settings.clientProperties()).isEmpty();
        assertThat(settings.retention()).isEqualTo(Retention.DEFAULT);
    }

    @Test
    void settingsAreRead_allSet() {
        var settings = from(Map.ofEntries(
                Map.entry("FACELINE_BOOTSTRAP_SERVERS", "kafka:9092"),
                Map.entry("FACELINE_TOPIC_PREFIX", "test."),
                Map.entry("FACELINE_LANE_PARTITIONS", "8"),
                Map.entry("FACELINE_SESSION_PARTITIONS", "6"),
                Map.entry("FACELINE_REPLICATION_FACTOR", "3"),
                Map.entry("FACELINE_STATE_FOLDER", "/data/state"),
                Map.entry("FACELINE_INSTANCE_ID", "a-1"),
                Map.entry("FACELINE_KAFKA_SECURITY_PROTOCOL", "SASL_SSL"),
                Map.entry("FACELINE_COMPACTION_LAG", "10m"),
                Map.entry("FACELINE_TOPIC_BYTES", "5368709120"),
                Map.entry("FACELINE_KAFKA_", "ignored")));

        assertThat(settings)
                .isEqualTo(new KafkaSettings(
                        "kafka:9092",
                        "test.",
                        new PartitionCounts(8, 6),
                        (short) 3,
                        Path.of("/data/state"),
                        "a-1",
                        Map.of("security.protocol", "SASL_SSL"),
                        new Retention(
                                Duration.ofHours(1), Duration.ofHours(24), Duration.ofDays(7), Duration.ofMinutes(10)),
                        5L << 30,
                        Duration.ofSeconds(60)));
    }

    @Test
    void recordTimeout_isRead() {
        assertThat(from(Map.of("FACELINE_RECORD_TIMEOUT", "90s")).recordTimeout())
                .isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void topicRetention_followsTheSettings() {
        var topics = from(Map.of(
                        "FACELINE_FRAME_RETENTION", "10m",
                        "FACELINE_EMBEDDING_RETENTION", "2h",
                        "FACELINE_MATCH_RETENTION", "1d",
                        "FACELINE_COMPACTION_LAG", "5m"))
                .topics();

        assertThat(topics.frames(Lane.LIVE).config()).containsEntry("retention.ms", "600000");
        assertThat(topics.embeddings().config()).containsEntry("retention.ms", "7200000");
        assertThat(topics.changes().config()).containsEntry("retention.ms", "7200000");
        assertThat(topics.matches().config()).containsEntry("retention.ms", "86400000");
        assertThat(topics.people().config())
                .containsEntry("max.compaction.lag.ms", "300000")
                .containsEntry("segment.ms", "300000");
    }

    @ParameterizedTest
    @CsvSource({
        "FACELINE_TOPIC_PREFIX,a b",
        "FACELINE_LANE_PARTITIONS,0",
        "FACELINE_SESSION_PARTITIONS,many",
        "FACELINE_REPLICATION_FACTOR,-2",
        "FACELINE_FRAME_RETENTION,soon",
        "FACELINE_EMBEDDING_RETENTION,0s",
        "FACELINE_MATCH_RETENTION,-1d",
        "FACELINE_COMPACTION_LAG,1"
    })
    void settingIsRefused_eachInvalid(String name, String value) {
        assertThatThrownBy(() -> from(Map.of(name, value)))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith(name + " must be ")
                .hasMessageEndingWith("was \"" + value + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PROCESSING_GUARANTEE",
                "GROUP_PROTOCOL",
                "GROUP_INSTANCE_ID",
                "ISOLATION_LEVEL",
                "TRANSACTIONAL_ID",
                "ENABLE_AUTO_COMMIT",
                "APPLICATION_ID",
                "CLIENT_ID",
                "BOOTSTRAP_SERVERS",
                "KEY_SERIALIZER",
                "NUM_STREAM_THREADS",
                "ACKS",
                "PRODUCER_ACKS",
                "MAIN_CONSUMER_ISOLATION_LEVEL"
            })
    void clientPropertyIsRefused_cannotWork(String name) {
        assertThatThrownBy(() -> from(Map.of("FACELINE_KAFKA_" + name, "anything")))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("FACELINE_KAFKA_" + name + " cannot be set: ");
    }

    @Test
    void offsetResetIsRefused_skipsRecords() {
        assertThatThrownBy(() -> from(Map.of("FACELINE_KAFKA_AUTO_OFFSET_RESET", "latest")))
                .hasMessageStartingWith("FACELINE_KAFKA_AUTO_OFFSET_RESET must be earliest, was \"latest\"");

        assertThat(from(Map.of("FACELINE_KAFKA_AUTO_OFFSET_RESET", "earliest")).clientProperties())
                .containsEntry("auto.offset.reset", "earliest");
    }

    @Test
    void sessionTimeout_isTenSecondsOrAsSet() {
        assertThat(from(Map.of()).sessionTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(from(Map.of("FACELINE_KAFKA_SESSION_TIMEOUT_MS", "20000")).sessionTimeout())
                .isEqualTo(Duration.ofSeconds(20));
        assertThat(from(Map.of("FACELINE_KAFKA_CONSUMER_SESSION_TIMEOUT_MS", "30000"))
                        .sessionTimeout())
                .isEqualTo(Duration.ofSeconds(30));
        assertThatThrownBy(() -> from(Map.of("FACELINE_KAFKA_SESSION_TIMEOUT_MS", "10s")))
                .hasMessageStartingWith("FACELINE_KAFKA_SESSION_TIMEOUT_MS must be a number of milliseconds");
    }

    private static KafkaSettings from(Map<String, String> environment) {
        return KafkaSettings.from(new Settings(environment));
    }
}

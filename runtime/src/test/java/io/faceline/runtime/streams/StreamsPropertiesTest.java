package io.faceline.runtime.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.runtime.kafka.BatchingProfile;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.settings.SettingsException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

class StreamsPropertiesTest {
    @Test
    void sessionEndsBeforeAnybodyStopsWaiting_byDefault() {
        var consumer = consumer(Map.of());

        assertThat(consumer).containsEntry("session.timeout.ms", 10_000).containsEntry("heartbeat.interval.ms", 3_000);
    }

    @Test
    void sessionTimeoutIsTaken_withHeartbeatsThatSuitIt() {
        var consumer = consumer(Map.of("FACELINE_KAFKA_SESSION_TIMEOUT_MS", "6000"));

        assertThat(consumer).containsEntry("session.timeout.ms", "6000").containsEntry("heartbeat.interval.ms", 2_000);
    }

    @Test
    void defaultWithPrefixGivesWay_setWithout() {
        assertThat(consumer(Map.of("FACELINE_KAFKA_MAX_POLL_RECORDS", "3"))).containsEntry("max.poll.records", "3");
        assertThat(consumer(Map.of("FACELINE_KAFKA_FETCH_MIN_BYTES", "5"))).containsEntry("fetch.min.bytes", "5");
    }

    @Test
    void transactionEndsBeforeTheSession() {
        var kafka = kafka(Map.of("FACELINE_KAFKA_SESSION_TIMEOUT_MS", "4000"));

        assertThat(StreamsProperties.exactlyOnce(kafka, StreamsProperties.TRANSACTION))
                .containsEntry("transaction.timeout.ms", 4_000);
        assertThat(StreamsProperties.exactlyOnce(kafka(Map.of()), StreamsProperties.TRANSACTION))
                .containsEntry("transaction.timeout.ms", 5_000);
    }

    /** Kafka Streams begins records until half of the interval has passed. */
    @Test
    void longRecord_isNotGivenToAnotherThread() {
        for (var time : List.of("1s", "60s", "10m", "1d")) {
            var kafka = kafka(Map.of("FACELINE_RECORD_TIMEOUT", time));

            var interval =
                    (int) consumer(Map.of("FACELINE_RECORD_TIMEOUT", time)).get("max.poll.interval.ms");

            assertThat(interval / 2.0)
                    .as(time)
                    .isGreaterThan(1.1 * kafka.recordTimeout().toMillis());
        }
    }

    @Test
    void pollIntervalShorterThanARecord_isRefused() {
        assertThat(consumer(Map.of("FACELINE_KAFKA_MAX_POLL_INTERVAL_MS", "180000")))
                .containsEntry("max.poll.interval.ms", "180000");
        assertThatThrownBy(() -> kafka(Map.of("FACELINE_KAFKA_MAX_POLL_INTERVAL_MS", "30000")))
                .isInstanceOf(SettingsException.class)
                .hasMessage("FACELINE_KAFKA_MAX_POLL_INTERVAL_MS=30000 must be at least 180000, 3 times"
                        + " FACELINE_RECORD_TIMEOUT: another thread would begin a long record again");
        assertThatThrownBy(() -> kafka(Map.of("FACELINE_KAFKA_MAX_POLL_INTERVAL_MS", "x")))
                .isInstanceOf(SettingsException.class);
    }

    private static Map<String, Object> consumer(Map<String, String> environment) {
        var properties = StreamsProperties.of("stage", kafka(environment), 1, BatchingProfile.THROUGHPUT);
        return new StreamsConfig(properties).getMainConsumerConfigs("group", "client", 0);
    }

    private static KafkaSettings kafka(Map<String, String> environment) {
        return KafkaSettings.from(new Settings(environment));
    }
}

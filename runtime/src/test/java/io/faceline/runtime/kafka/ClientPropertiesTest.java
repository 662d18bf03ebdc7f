package io.faceline.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.runtime.settings.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClientPropertiesTest {
    @Test
    void member_losesItsPartitionsSoon_andCommitsNothing() {
        assertThat(member(Map.of()))
                .containsEntry("group.id", "faceline.cameras")
                .containsEntry("session.timeout.ms", 10_000)
                .containsEntry("heartbeat.interval.ms", 3_000)
                .containsEntry("max.poll.interval.ms", 15_000)
                .containsEntry("enable.auto.commit", false)
                .doesNotContainKey("group.instance.id");
    }

    @Test
    void member_hasTheSessionTimeoutOfTheEnvironment_butNotThePollIntervalOfStages() {
        var properties = member(
                Map.of("FACELINE_KAFKA_SESSION_TIMEOUT_MS", "6000", "FACELINE_KAFKA_MAX_POLL_INTERVAL_MS", "600000"));

        assertThat(properties)
                .containsEntry("session.timeout.ms", "6000")
                .containsEntry("heartbeat.interval.ms", 2_000)
                .containsEntry("max.poll.interval.ms", 15_000);
    }

    private static Map<String, Object> member(Map<String, String> environment) {
        return ClientProperties.member(KafkaSettings.from(new Settings(environment)), "client", "faceline.cameras");
    }
}

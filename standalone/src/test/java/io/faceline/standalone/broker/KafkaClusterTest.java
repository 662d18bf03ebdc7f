package io.faceline.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.runtime.kafka.ClientProperties;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

class KafkaClusterTest {
    private static final Duration STARVED = Duration.ofMinutes(1);

    /** Without a registration it refuses to create topics, and ends the command that runs it. */
    @Test
    void brokerOfOneRun_keepsItsRegistration_whileTheMachineIsBusy() throws Exception {
        var broker = new ConfigResource(ConfigResource.Type.BROKER, "1");
        try (var cluster = KafkaCluster.ephemeral(Map.of());
                var admin =
                        Admin.create(ClientProperties.admin(KafkaSettings.from(new Settings(cluster.environment()))))) {
            var config = admin.describeConfigs(List.of(broker)).all().get().get(broker);

            assertThat(Long.parseLong(config.get("broker.session.timeout.ms").value()))
                    .isGreaterThan(STARVED.toMillis());
        }
    }
}

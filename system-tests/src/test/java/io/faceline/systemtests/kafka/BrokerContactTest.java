package io.faceline.systemtests.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.runtime.broker.BrokerContact;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.settings.Settings;
import io.faceline.standalone.broker.InProcessBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class BrokerContactTest {
    @TempDir
    Path folder;

    @Test
    void serviceIsNotReady_whileKafkaIsAway() {
        var open = OpenListener.reserve();
        var address = open.address();
        var properties = open.properties();
        var kafka = KafkaSettings.from(new Settings(Map.of("FACELINE_BOOTSTRAP_SERVERS", address)));
        var before = InProcessBroker.start(folder, properties);
        try (var contact = new BrokerContact(kafka)) {
            contact.start();
            assertThat(contact.health()).isEqualTo(Health.GOOD);

            before.close();
            await().atMost(Duration.ofSeconds(10)).until(() -> !contact.health().ready());

            assertThat(contact.health().live()).isTrue();
            assertThat(contact.health().reasons())
                    .singleElement()
                    .asString()
                    .startsWith("Kafka at " + address + " has not responded for ");
            try (var after = InProcessBroker.start(folder, properties)) {
                assertThat(after).isNotNull();
                await().atMost(Duration.ofSeconds(10))
                        .until(() -> contact.health().equals(Health.GOOD));
            }
        }
    }
}

package io.faceline.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.frame.Lane;
import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.streams.StreamsProperties;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BatchingProfileTest {
    @Test
    void bulkStage_batchesBriefly() {
        var properties = propertiesOf(Lane.BULK);

        assertThat(properties)
                .containsEntry("producer.linger.ms", 100)
                .containsEntry("main.consumer.fetch.max.wait.ms", 25);
        assertThat((int) properties.get("main.consumer.fetch.min.bytes")).isGreaterThan(10_000);
    }

    @Test
    void liveStage_doesNotBatch() {
        var properties = propertiesOf(Lane.LIVE);

        assertThat(properties).containsEntry("producer.linger.ms", 0).containsEntry("main.consumer.fetch.min.bytes", 1);
    }

    @Test
    void sender_hasTheBatchingOfItsLane() {
        var kafka = KafkaSettings.from(new Settings(Map.of()));

        assertThat(ClientProperties.producer(kafka, "a", BatchingProfile.of(Lane.LIVE)))
                .containsEntry("linger.ms", 0);
        assertThat(ClientProperties.producer(kafka, "a", BatchingProfile.of(Lane.BULK)))
                .containsEntry("linger.ms", 100);
    }

    private static Map<String, Object> propertiesOf(Lane lane) {
        return StreamsProperties.of("stage", KafkaSettings.from(new Settings(Map.of())), 1, BatchingProfile.of(lane));
    }
}

package io.faceline.runtime.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.contracts.identity.Fingerprint;
import io.faceline.contracts.topic.PartitionCounts;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.TestBroker;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two instances of a stage, which answer by chance of the partition. */
@Tag("slow")
class SettingsComparisonTest {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final Duration SOON = CopyingStage.SOON;
    private static final Duration OFTEN = Duration.ofMillis(100);
    private static final Fingerprint DEFAULTS = Fingerprint.of(Map.of("match", 0.49));
    private static final Fingerprint OTHERS = Fingerprint.of(Map.of("match", -1.0));

    private final KafkaSettings kafka = BROKER.settings(new PartitionCounts(2, 2));
    private CopyingStage stage;
    private StreamsService first;

    @BeforeEach
    void startFirst() {
        stage = new CopyingStage(kafka);
        first = started(kafka, DEFAULTS);
    }

    @AfterEach
    void close() {
        first.close();
        stage.close();
    }

    @Test
    void instanceWithOtherSettings_isNamedByBoth_untilItLeaves() {
        try (var second = started(TestBroker.anotherInstance(kafka, "second"), OTHERS)) {
            await().atMost(SOON).untilAsserted(() -> assertThat(first.health().warnings())
                    .containsExactly("copy: instance second decides by other settings (" + OTHERS + ") than test ("
                            + DEFAULTS + "): set them alike"));
            await().atMost(SOON).untilAsserted(() -> assertThat(second.health().warnings())
                    .singleElement()
                    .asString()
                    .contains("instance test"));
            assertThat(first.health().live()).isTrue();
            assertThat(first.health().ready()).isTrue();
            assertThat(first.health().reasons()).isEmpty();
        }
        await().atMost(SOON).untilAsserted(() -> assertThat(first.health()).isEqualTo(Health.GOOD));
    }

    @Test
    void instanceWithTheSameSettings_isNotNamed() {
        try (var second = started(TestBroker.anotherInstance(kafka, "second"), DEFAULTS);
                var third = started(TestBroker.anotherInstance(kafka, "third"), OTHERS)) {
            await().atMost(SOON).until(() -> !second.health().warnings().isEmpty());

            assertThat(second.health().warnings()).singleElement().asString().contains("instance third");
            assertThat(third.health().live()).isTrue();
        }
    }

    private static StreamsService started(KafkaSettings kafka, Fingerprint fingerprint) {
        var service = CopyingStage.service(kafka, frame -> frame).decidingBy(fingerprint, OFTEN);
        service.start();
        service.awaitRunning(SOON);
        return service;
    }
}

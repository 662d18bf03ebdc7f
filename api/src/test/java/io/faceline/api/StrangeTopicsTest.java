package io.faceline.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.contracts.hostile.StrangeRecords;
import io.faceline.contracts.topic.PartitionCounts;
import io.faceline.contracts.topic.Topic;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.RawProducer;
import io.faceline.runtime.kafka.TestBroker;
import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.topics.TopicSetup;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The api reads on, whatever is written to the topics that it reads, before and after its start. */
@Tag("slow")
class StrangeTopicsTest {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final Duration SOON = Duration.ofSeconds(20);

    private final KafkaSettings kafka = BROKER.settings(new PartitionCounts(1, 2));
    private final List<Throwable> stops = new CopyOnWriteArrayList<>();

    @Test
    void everythingIsRead_randomRecordsOfEveryTopic() {
        TopicSetup.ensure(kafka);
        write(StrangeRecords.SEED);
        try (var api = new Api(ApiSettings.from(new Settings(Map.of())), kafka)) {
            api.onStop(stops::add);
            api.start();
            write(StrangeRecords.SEED + 1);

            await().atMost(SOON).untilAsserted(() -> assertThat(api.health()).isEqualTo(Health.GOOD));
            assertThat(api.readGallery()).isNotNull();
            assertThat(stops).isEmpty();
        }
    }

    private void write(long seed) {
        var topics = kafka.topics();
        var read = List.<Topic<?>>of(
                topics.people(),
                topics.gallery(),
                topics.jobs(),
                topics.sessions(),
                topics.changeAnswers(),
                topics.cameras(),
                topics.cameraStates(),
                topics.previews(),
                topics.tracks(),
                topics.trackedFrames(),
                topics.alerting().alerts(),
                topics.alerting().shots(),
                topics.alerting().rules(),
                topics.alerting().watchLists(),
                topics.alerting().sourceGroups(),
                topics.alerting().receivers(),
                topics.deadLetters());
        try (var producer = new RawProducer(kafka)) {
            producer.sendStrange(read, seed);
        }
    }
}

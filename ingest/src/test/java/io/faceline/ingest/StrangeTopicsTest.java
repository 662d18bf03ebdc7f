package io.faceline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.hostile.StrangeRecords;
import io.faceline.contracts.topic.PartitionCounts;
import io.faceline.contracts.topic.Topic;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.RawProducer;
import io.faceline.runtime.kafka.RecordSender;
import io.faceline.runtime.kafka.TestBroker;
import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.topics.TopicSetup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Ingest reads on, whatever is written to the topics that it reads. */
@Tag("slow")
class StrangeTopicsTest {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final KafkaSettings kafka = BROKER.settings(new PartitionCounts(1, 2));
    private final List<Throwable> stops = new CopyOnWriteArrayList<>();

    @Test
    void answerArrives_afterRandomRecordsOfEveryTopic() throws Exception {
        TopicSetup.ensure(kafka);
        var settings = IngestSettings.from(new Settings(Map.of("FACELINE_SPOOL_FOLDER", folder.toString())));
        try (var ingest = new Ingest(settings, kafka)) {
            ingest.onStop(stops::add);
            ingest.start();
            var frame = TestFrames.facts(1).id();
            var answer = ingest.frames().expect(frame);

            writeStrangeRecords();
            var match = TestFrames.match(TestFrames.facts(1)).build();
            try (var sender = new RecordSender(kafka, "test")) {
                sender.send(kafka.topics().matches(), "session", match, frame).join();
            }

            assertThat(answer.get(SOON.toSeconds(), TimeUnit.SECONDS))
                    .extracting(Match::facts)
                    .isEqualTo(match.facts());
            await().atMost(SOON).untilAsserted(() -> assertThat(ingest.health()).isEqualTo(Health.GOOD));
            assertThat(stops).isEmpty();
        }
    }

    private void writeStrangeRecords() {
        var topics = kafka.topics();
        var read = List.<Topic<?>>of(
                topics.matches(),
                topics.deadLetters(),
                topics.people(),
                topics.jobs(),
                topics.sessions(),
                topics.cameras(),
                topics.cameraStates(),
                topics.feeds());
        try (var producer = new RawProducer(kafka)) {
            producer.sendStrange(read, StrangeRecords.SEED);
        }
    }
}

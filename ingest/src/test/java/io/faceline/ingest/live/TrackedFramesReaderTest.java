package io.faceline.ingest.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.topic.PartitionCounts;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.RecordSender;
import io.faceline.runtime.kafka.TestBroker;
import io.faceline.runtime.topics.TopicSetup;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tracks of frames, as the tracker writes them to Kafka. */
@Tag("slow")
class TrackedFramesReaderTest {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final Duration SOON = Duration.ofSeconds(10);

    private final KafkaSettings kafka = BROKER.settings(new PartitionCounts(1, 4));
    private final PendingTracks tracks = new PendingTracks(Runnable::run);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void tracksAreRead_withAndWithoutAHeader(boolean hasHeader) {
        TopicSetup.ensure(kafka);
        try (var reader = tracks.reader(kafka);
                var sender = new RecordSender(kafka, "test")) {
            reader.start();
            var facts = TestFrames.facts(2);
            var answer = new CompletableFuture<Match>();
            var followed = tracks.follow(facts, () -> answer);
            sender.send(kafka.topics().trackedFrames(), "key", null, null).join();
            send(sender, 1, TestFrames.facts(1).id());

            send(sender, 2, hasHeader ? facts.id() : null);

            // It is kept until the answer, which waits for it no longer.
            await().atMost(SOON).until(() -> tracks.size() == 0);
            answer.complete(TestTracks.oneFace(facts));
            assertThat(followed.tracked().join()).contains(TestTracks.tracked(facts));
        }
    }

    private void send(RecordSender sender, long sequence, @Nullable FrameId header) {
        var frame = TestTracks.tracked(TestFrames.facts(sequence));
        sender.send(kafka.topics().trackedFrames(), frame.facts().source(), frame, header)
                .join();
    }
}

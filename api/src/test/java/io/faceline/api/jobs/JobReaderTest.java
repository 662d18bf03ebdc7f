package io.faceline.api.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.topic.PartitionCounts;
import io.faceline.runtime.concurrent.WaitTimeoutException;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.RecordSender;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.runtime.kafka.TestBroker;
import io.faceline.runtime.topics.TopicSetup;
import io.faceline.tracking.AnsweredFrame;
import io.faceline.tracking.TestFace;
import io.faceline.tracking.TestVideo;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class JobReaderTest {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final Duration SOON = Duration.ofSeconds(20);

    /** More than the reader buffers. */
    private static final long COUNT = 1300;

    private static final TestFace FACE = TestFace.at(0.4, 0.4, new TestVideo(1).somebody());

    private final KafkaSettings kafka = BROKER.settings(new PartitionCounts(1, 4));
    private final List<AnsweredFrame> seen = new CopyOnWriteArrayList<>();
    private RecordSender sender;

    @BeforeEach
    void open() {
        TopicSetup.ensure(kafka);
        sender = new RecordSender(kafka, "test");
    }

    @AfterEach
    void close() {
        sender.close();
    }

    @Test
    void framesComeInOrderWithEmbeddings_othersAndRepeatsAmongThem() {
        try (var reader = started(StartOffset.LATEST, seen::add)) {
            whole(facts(2));
            whole(facts(2));
            whole(TestVideo.facts("job-2", 0, 0.0, new Role.Probe()));
            whole(TestVideo.facts(TestVideo.JOB, 1, 0.2, new Role.Detect()));
            whole(facts(1));
            whole(facts(0));
            whole(facts(3));

            reader.awaitDelivered(4, SOON);

            assertThat(TestVideo.sequences(seen)).containsExactly(0L, 1L, 2L, 3L);
            assertThat(seen).allMatch(frame -> frame.embeddings().isPresent());
            assertThat(reader.delivered()).isEqualTo(4);
            assertThat(reader.health()).isEqualTo(Health.GOOD);
        }
    }

    @Test
    void answersAreReadBack_fromEarliest() {
        LongStream.range(0, 50).forEach(sequence -> whole(facts(sequence)));

        try (var reader = started(StartOffset.EARLIEST, seen::add)) {
            reader.awaitDelivered(50, SOON);

            assertThat(seen).hasSize(50).allMatch(frame -> frame.embeddings().isPresent());
        }
    }

    @Test
    void whatIsMissingIsKnown_readBackWithAGap() {
        sendMatchesOfNobody(LongStream.range(0, COUNT).filter(sequence -> sequence != 1));

        try (var reader = started(StartOffset.EARLIEST, seen::add)) {
            reader.awaitCaughtUp(SOON);
            assertThat(LongStream.rangeClosed(0, COUNT).filter(sequence -> !reader.isAnswered(sequence)))
                    .containsExactly(1L, COUNT);

            sendMatchesOfNobody(LongStream.of(1));

            reader.awaitDelivered(COUNT, SOON);
            assertThat(TestVideo.sequences(seen))
                    .isEqualTo(LongStream.range(0, COUNT).boxed().toList());
        }
    }

    @Test
    void moreThanIsHeldComesThrough_consumerIsSlow() {
        var mayGoOn = new CountDownLatch(1);
        try (var reader = started(StartOffset.LATEST, frame -> {
            awaitQuietly(mayGoOn);
            seen.add(frame);
        })) {
            sendMatchesOfNobody(LongStream.range(0, COUNT));

            mayGoOn.countDown();

            reader.awaitDelivered(COUNT, SOON);
            assertThat(TestVideo.sequences(seen))
                    .isEqualTo(LongStream.range(0, COUNT).boxed().toList());
        }
    }

    @Test
    void frameGoesOnWithout_embeddingsDoNotCome() {
        try (var reader = started(StartOffset.LATEST, seen::add)) {
            sendMatch(facts(0));

            reader.awaitDelivered(1, SOON);

            assertThat(seen.get(0).embeddings()).isEmpty();
        }
    }

    @Test
    void othersGoOn_frameSkipped() {
        try (var reader = started(StartOffset.LATEST, seen::add)) {
            whole(facts(0));
            whole(facts(2));
            reader.awaitDelivered(1, SOON);
            assertThatThrownBy(() -> reader.awaitDelivered(3, Duration.ofMillis(50)))
                    .isInstanceOf(WaitTimeoutException.class)
                    .hasMessageContaining("frame 1 of job-1");

            reader.skip(1);

            reader.awaitDelivered(3, SOON);
            assertThat(TestVideo.sequences(seen)).containsExactly(0L, 2L);
        }
    }

    @Test
    void waitingEndsAndHealthIsDead_consumerHasABug() {
        try (var reader = started(StartOffset.LATEST, frame -> {
            throw new IllegalStateException("bug");
        })) {
            whole(facts(0));

            assertThatThrownBy(() -> reader.awaitDelivered(1, SOON)).hasRootCauseMessage("bug");
            await().atMost(SOON).until(() -> !reader.health().live());
        }
    }

    @Test
    void waitingEnds_closed() {
        var reader = started(StartOffset.LATEST, seen::add);

        reader.close();
        reader.close();

        assertThatThrownBy(() -> reader.awaitDelivered(1, SOON)).isInstanceOf(IllegalStateException.class);
    }

    private JobReader started(StartOffset from, Consumer<AnsweredFrame> consumer) {
        var reader = new JobReader(kafka, TestVideo.SESSION, TestVideo.JOB, from, consumer);
        reader.start();
        return reader;
    }

    private static FrameFacts facts(long sequence) {
        return TestVideo.facts(sequence, 0.2 * sequence);
    }

    private void whole(FrameFacts facts) {
        sender.send(kafka.topics().embeddings(), facts.session().value(), TestVideo.embeddings(facts, FACE), facts.id())
                .join();
        sendMatch(facts);
    }

    private void sendMatch(FrameFacts facts) {
        sender.send(kafka.topics().matches(), facts.session().value(), TestVideo.match(facts, FACE), facts.id())
                .join();
    }

    private void sendMatchesOfNobody(LongStream sequences) {
        sequences.forEach(sequence -> sender.send(
                        kafka.topics().matches(),
                        TestVideo.SESSION.value(),
                        TestVideo.match(facts(sequence)),
                        facts(sequence).id())
                .join());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

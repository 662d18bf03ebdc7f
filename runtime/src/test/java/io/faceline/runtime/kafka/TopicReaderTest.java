package io.faceline.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.serde.RecordSerde;
import io.faceline.contracts.session.SessionState;
import io.faceline.contracts.topic.PartitionCounts;
import io.faceline.contracts.topic.Topic;
import io.faceline.runtime.concurrent.WaitTimeoutException;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.topics.TopicSetup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class TopicReaderTest {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final Duration SOON = Duration.ofSeconds(10);

    private final KafkaSettings kafka = BROKER.settings();
    private final Topic<Frame> frames = kafka.topics().frames(Lane.LIVE);
    private final List<ConsumedRecord<Frame>> seen = new CopyOnWriteArrayList<>();
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
    void recordIsSeen_sentRightAfterStart() {
        send(0);
        try (var reader = reader(StartOffset.LATEST)) {
            reader.start();

            send(1);

            await().atMost(SOON).until(() -> seen.size() == 1);
            assertThat(sequences()).containsExactly(1L);
        }
    }

    @Test
    void allIsRead_caughtUpFromEarliest() {
        send(0);
        send(1);
        try (var reader = reader(StartOffset.EARLIEST)) {
            reader.start();

            reader.awaitCaughtUp(SOON);

            assertThat(sequences()).containsExactly(0L, 1L);
            assertThat(reader.health()).isEqualTo(Health.GOOD);
        }
    }

    @Test
    void readerContinuesWhereAnotherStopped_neverBeyondTheEnd() {
        send(0);
        send(1);
        try (var reader = reader(StartOffset.offsets(Map.of(0, 1L, 7, 3L)))) {
            reader.start();
            reader.awaitCaughtUp(SOON);

            assertThat(sequences()).containsExactly(1L);
            assertThat(reader.starts()).isEqualTo(Map.of(0, 1L));
        }
        seen.clear();
        try (var reader = reader(StartOffset.offsets(Map.of(0, 100L)))) {
            reader.start();
            send(2);

            await().atMost(SOON).until(() -> seen.size() == 1);
            assertThat(sequences()).containsExactly(2L);
        }
        seen.clear();
        try (var reader = reader(StartOffset.offsets(Map.of()))) {
            reader.start();
            send(3);

            await().atMost(SOON).until(() -> seen.size() == 1);
            assertThat(sequences()).containsExactly(3L);
        }
    }

    @Test
    void onlyLaterRecordsAreRead_fromTime() {
        var first = send(0);
        await().until(() -> System.currentTimeMillis() > first);
        send(1);
        try (var reader = reader(StartOffset.at(Instant.ofEpochMilli(first + 1)))) {
            reader.start();

            reader.awaitCaughtUp(SOON);

            assertThat(sequences()).containsExactly(1L);
        }
    }

    @Test
    void unreadableRecordIsSkipped_othersAreRead() {
        var raw = new Topic<>(frames.name(), RecordSerde.json(String.class), Topic.Spread.LANE, Map.of());
        sender.send(raw, "key", "no frame", new FrameId("poison")).join();
        send(1);
        try (var reader = reader(StartOffset.EARLIEST)) {
            reader.start();

            reader.awaitCaughtUp(SOON);

            assertThat(sequences()).containsExactly(1L);
        }
    }

    @Test
    void healthIsDead_handlerHasABug() {
        send(0);
        try (var reader = new TopicReader<>(kafka, frames, StartOffset.EARLIEST, read -> {
            throw new IllegalStateException("bug");
        })) {
            reader.start();

            assertThatThrownBy(() -> reader.awaitCaughtUp(SOON)).hasRootCauseMessage("bug");
            assertThat(reader.health().live()).isFalse();
        }
    }

    @Test
    void onlyRecordsOfTheKeyAreRead_manyKeysAndPartitions() {
        var spread = BROKER.settings(new PartitionCounts(1, 4));
        TopicSetup.ensure(spread);
        var sessions = spread.topics().sessions();
        var keys = IntStream.range(0, 40).mapToObj(n -> "session-" + n).toList();
        for (var key : keys) {
            var sent = putState(sessions, key, 7);
            assertThat(sent.partition()).isEqualTo(StartPosition.partitionOf(key, 4));
        }

        for (var key : keys.subList(0, 5)) {
            var ofKey = new CopyOnWriteArrayList<ConsumedRecord<SessionState>>();
            try (var reader = TopicReader.ofKey(spread, sessions, key, StartOffset.EARLIEST, ofKey::add)) {
                reader.start();
                reader.awaitCaughtUp(SOON);
                putState(sessions, "session-39", 8);
                putState(sessions, key, 9);

                await().atMost(SOON).until(() -> ofKey.size() == 2);
                assertThat(ofKey).extracting(ConsumedRecord::key).containsOnly(key);
            }
        }
    }

    @Test
    void startFails_noSuchTopic() {
        var missing = new Topic<>("nowhere", RecordSerde.json(String.class), Topic.Spread.ONE, Map.of());
        try (var reader = new TopicReader<>(kafka, missing, StartOffset.EARLIEST, read -> {})) {
            assertThatThrownBy(reader::start).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void tableHoldsTheLatest_updatesAndTombstones() {
        var sessions = kafka.topics().sessions();
        try (var table = new TableReader<>(kafka, sessions)) {
            table.start();
            put("a", 1);
            put("b", 1);
            put("a", 2);
            sender.send(sessions, "b", null, null).join();
            put("c", 3);

            table.await(all -> all.containsKey("c"), SOON);

            assertThat(table.snapshot()).containsOnlyKeys("a", "c");
            assertThat(table.get("a").orElseThrow().lastSeen()).isEqualTo(Instant.ofEpochSecond(2));
            assertThatThrownBy(() -> table.await(all -> all.containsKey("z"), Duration.ofMillis(20)))
                    .isInstanceOf(WaitTimeoutException.class);
        }
    }

    @Test
    void futureFails_recordTooLarge() {
        var tooLarge = TestFrames.frame(1, new Role.Probe(), Outcome.made(Blob.wrap(new byte[17 * 1024 * 1024])));

        var sent = sender.send(frames, "key", tooLarge, tooLarge.facts().id());

        assertThatThrownBy(sent::join).hasMessageContaining("max.request.size");
    }

    private void put(String session, int second) {
        putState(kafka.topics().sessions(), session, second);
    }

    private RecordMetadata putState(Topic<SessionState> sessions, String session, int second) {
        var state = new SessionState(new SessionId(session), Instant.ofEpochSecond(second));
        return sender.send(sessions, session, state, null).join();
    }

    private long send(long sequence) {
        var frame = TestFrames.frame(sequence);
        return sender.send(frames, "key", frame, frame.facts().id()).join().timestamp();
    }

    private TopicReader<Frame> reader(StartOffset from) {
        return new TopicReader<>(kafka, frames, from, seen::add);
    }

    private List<Long> sequences() {
        return seen.stream().map(read -> read.value().facts().sequence()).toList();
    }
}

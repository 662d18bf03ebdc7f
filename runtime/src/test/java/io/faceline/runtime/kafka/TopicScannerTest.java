package io.faceline.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.session.SessionState;
import io.faceline.contracts.topic.Topic;
import io.faceline.runtime.concurrent.DaemonThreads;
import io.faceline.runtime.kafka.TopicScanner.Position;
import io.faceline.runtime.topics.TopicSetup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class TopicScannerTest {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final KafkaSettings kafka = BROKER.settings();
    private final Topic<SessionState> topic = kafka.topics().sessions();
    private final Instant begin = Instant.now();
    private RecordSender sender;
    private TopicScanner<SessionState> scanner;

    @BeforeEach
    void open() {
        TopicSetup.ensure(kafka);
        sender = new RecordSender(kafka, "test");
        scanner = new TopicScanner<>(kafka, topic);
    }

    @AfterEach
    void close() {
        scanner.close();
        sender.close();
    }

    @Test
    void stretches_followEachOther_withoutOtherKeys() throws InterruptedException {
        for (var number = 0; number < 10; number++) {
            send("ada", number);
            send("eve", number);
        }
        var from = scanner.since("ada", begin);

        var first = scanner.read("ada", from, 4);
        var second = scanner.read("ada", first.next(), 4);
        var third = scanner.read("ada", second.next(), 4);

        assertThat(numbers(first)).containsExactly(0L, 1L, 2L, 3L);
        assertThat(first.isAtEnd()).isFalse();
        assertThat(numbers(second)).containsExactly(4L, 5L, 6L, 7L);
        assertThat(numbers(third)).containsExactly(8L, 9L);
        assertThat(third.isAtEnd()).isTrue();
        // Read again from the same place, it is the same.
        assertThat(scanner.read("ada", first.next(), 4)).isEqualTo(second);
    }

    @Test
    void end_isSaid_andWhatIsWrittenLaterIsReadFromThere() throws InterruptedException {
        var from = scanner.since("ada", begin);
        var empty = scanner.read("ada", from, 4);
        assertThat(empty.values()).isEmpty();
        assertThat(empty.isAtEnd()).isTrue();

        send("ada", 7);

        assertThat(numbers(scanner.read("ada", empty.next(), 4))).containsExactly(7L);
    }

    @Test
    void recordOfAPlace_isRead_andNoneBehindTheEnd() throws InterruptedException {
        send("ada", 1);
        send("ada", 2);
        var from = scanner.since("ada", begin);
        var second = new Position(from.partition(), from.offset() + 1);

        assertThat(scanner.at(second, LONG)).map(SessionState::lastSeen).contains(Instant.ofEpochSecond(2));
        assertThat(scanner.at(new Position(from.partition(), from.offset() + 2), SHORT))
                .isEmpty();
    }

    @Test
    void manyCallers_takeTurns() {
        IntStream.range(0, 50).forEach(number -> send("ada", number));

        var read = IntStream.range(0, 12)
                .mapToObj(any -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return readQuietly(scanner.since("ada", begin));
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toList();

        assertThat(read)
                .allSatisfy(stretch -> assertThat(stretch.join().values()).hasSize(50));
    }

    @Test
    void callerWhoIsInterrupted_stops_andOthersRead() throws Exception {
        var from = scanner.since("ada", begin);
        var failures = new ArrayList<Throwable>();
        var reading = DaemonThreads.of("reading", () -> {
            Thread.currentThread().interrupt();
            try {
                var unused = scanner.read("ada", from, 4);
            } catch (InterruptedException e) {
                failures.add(e);
            }
        });
        reading.start();
        reading.join(LONG.toMillis());

        assertThat(failures).hasSize(1).first().isInstanceOf(InterruptedException.class);
        send("ada", 3);
        assertThat(numbers(scanner.read("ada", from, 4))).containsExactly(3L);
    }

    @Test
    void topicThatDoesNotExist_isSaid() {
        var other = new TopicScanner<>(kafka, new Topic<>("none", topic.valueSerde(), topic.spread(), topic.config()));

        assertThatThrownBy(() -> other.since("ada", begin))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("none");
        other.close();
    }

    private TopicScanner.Stretch<SessionState> readQuietly(Position from) {
        try {
            return scanner.read("ada", from, 100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void send(String key, long number) {
        var state = new SessionState(new SessionId("somebody"), Instant.ofEpochSecond(number));
        sender.send(topic, key, state, null).join();
    }

    private static List<Long> numbers(TopicScanner.Stretch<SessionState> stretch) {
        return stretch.values().stream()
                .map(state -> state.lastSeen().getEpochSecond())
                .toList();
    }
}

package io.faceline.ingest.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.faceline.contracts.frame.DropReason;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.vision.image.decode.ImageLimits;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class TakeFeedsTest {
    private static final TopicPartition PARTITION = new TopicPartition("feeds", 2);
    private static final int MAX_BYTES = 8 << 20;

    private final FakeFeedTransport transport = new FakeFeedTransport();
    private final MockProducer<byte[], byte[]> letters =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final OpenOffsets open = new OpenOffsets();
    private final FeedRoom room = new FeedRoom();
    private RecordHeaders headers = new RecordHeaders();
    private FeedMetrics metrics;
    private TakeFeeds feeds;
    private Instant now = Instant.parse("2026-01-01T10:00:00Z");
    private long offset = 1000;

    @BeforeEach
    void takeAll() {
        take(new FeedSettings(true, MAX_BYTES, 2, List.of(), Duration.ofSeconds(1), 30));
    }

    private void take(FeedSettings settings) {
        var sources = new FeedSources(settings);
        metrics = new FeedMetrics(sources::count, room::taken);
        var queue = new FeedQueue(transport, Runnable::run, room, open, metrics);
        var letterBox = new FeedLetters("dead-letters", letters, Runnable::run, room, open, metrics, settings);
        feeds = new TakeFeeds(
                settings, new FeedRules(settings, ImageLimits.DEFAULT), sources, queue, letterBox, open, metrics);
        open.assigned(PARTITION, offset);
    }

    @Test
    void picture_becomesAProbeOfACamera() {
        headers.add("captured-at", "2026-01-01T12:59:58+03:00".getBytes(UTF_8));
        headers.add("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01".getBytes(UTF_8));

        write("door-1", Pictures.jpeg());

        var facts = transport.asked.get(0).facts();
        assertThat(facts.id().value()).isEqualTo("feed/door-1/" + now.toEpochMilli() + "-2-1000");
        assertThat(facts.session().value()).isEqualTo("camera:feed/door-1");
        assertThat(facts.source()).isEqualTo("feed/door-1");
        assertThat(facts.role()).isEqualTo(new Role.Probe());
        assertThat(facts.sequence()).isEqualTo(now.toEpochMilli());
        assertThat(facts.capturedAt()).isEqualTo("2026-01-01T09:59:58Z");
        assertThat(facts.position()).isNull();
        assertThat(transport.traces.get(0).value()).startsWith("00-4bf92f");
        assertCounted("sent", "", 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png"})
    void everyKindOfPicture_isTaken(String format) {
        write("door-1", Pictures.of(format));

        assertThat(transport.asked).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "1767261600123, 2026-01-01T10:00:00.123Z",
        "2026-01-01T09:59:00Z, 2026-01-01T09:59:00Z",
        "2026-01-01T09:58:59Z, 2026-01-01T10:00:00Z",
        "2026-01-01T10:00:02Z, 2026-01-01T10:00:02Z",
        "2026-01-01T10:00:03Z, 2026-01-01T10:00:00Z",
        "2026-01-01T09:00:00Z, 2026-01-01T10:00:00Z",
        "2026-01-01T11:00:00Z, 2026-01-01T10:00:00Z",
        "1767261600, 2026-01-01T10:00:00Z",
        "yesterday, 2026-01-01T10:00:00Z",
        "+58881-01-02T00:00:00Z, 2026-01-01T10:00:00Z",
        "2026-01-01T09:00:00, 2026-01-01T10:00:00Z"
    })
    void timeOfCapture_isThatOfTheWriterIfItsClockIsRight(String written, Instant taken) {
        headers.add("captured-at", written.getBytes(UTF_8));

        write("door-1", Pictures.jpeg());

        assertThat(transport.asked.get(0).facts().capturedAt()).isEqualTo(taken);
    }

    @Test
    void wrongClocks_areCounted_andToldOnceAMinute() {
        var log = (Logger) LoggerFactory.getLogger(WrongClocks.class);
        var told = new ListAppender<ILoggingEvent>();
        told.start();
        log.addAppender(told);
        try {
            for (var second = 0; second < 70; second++) {
                headers = new RecordHeaders();
                headers.add(
                        "captured-at", now.minus(Duration.ofHours(1)).toString().getBytes(UTF_8));
                write("door-1", Pictures.jpeg());
                now = now.plusSeconds(1);
            }
        } finally {
            log.detachAppender(told);
        }

        assertThat(told.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "event=feed_clock_wrong source=door-1 captured_at=2026-01-01T09:00:00Z ahead_ms=-3600000 pictures=1",
                        "event=feed_clock_wrong source=door-1 captured_at=2026-01-01T09:01:00Z ahead_ms=-3600000 pictures=60");
        var registry = new SimpleMeterRegistry();
        metrics.bindTo(registry);
        write("door-1", Pictures.jpeg());
        assertThat(registry.get("faceline.feeds.clocks.wrong").counter().count())
                .isEqualTo(1);
    }

    @Test
    void newestReplacesTheWaitingOne_whichIsAnswered() {
        write("door-1", Pictures.jpeg());
        write("door-1", Pictures.jpeg());
        write("door-1", Pictures.jpeg());

        assertThat(transport.asked).hasSize(1);
        assertThat(offsets(transport.drops)).containsExactly(1001L);
        assertDropped(transport.drops.get(0), DropReason.REPLACED_BY_NEWER);
        transport.answer(0);
        assertThat(offsets(transport.asked)).containsExactly(1000L, 1002L);
        assertThat(room.taken()).isZero();
        assertCounted("dropped", "REPLACED_BY_NEWER", 1);
        assertCounted("sent", "", 2);
    }

    @Test
    void lostAnswer_letsTheNextOnePass() {
        write("door-1", Pictures.jpeg());
        write("door-1", Pictures.jpeg());

        transport.answers.get(0).completeExceptionally(new IllegalStateException("no answer"));

        assertThat(transport.asked).hasSize(2);
    }

    @Test
    void floodOfOneSource_delaysNoOther() {
        for (var i = 0; i < 500; i++) {
            write("flood", Pictures.jpegOf(200_000));
        }
        write("door-1", Pictures.jpeg());

        assertThat(transport.askedSources()).containsExactly("feed/flood", "feed/door-1");
        assertThat(transport.drops).hasSize(28);
        assertCounted("dropped", "TOO_MANY_FRAMES", 470);
        assertThat(room.taken()).isEqualTo(200_000);
    }

    @Test
    void waitingPictures_areBoundedInBytes_andLargeOnesLeaveRoomForOthers() {
        take(new FeedSettings(true, MAX_BYTES, 100, List.of(), Duration.ofSeconds(1), 30));
        for (var source = 0; source < 10; source++) {
            write("door-" + source, Pictures.jpeg());
            write("door-" + source, Pictures.jpegOf(MAX_BYTES));
        }

        assertThat(transport.asked).hasSize(10);
        assertThat(room.taken()).isEqualTo(FeedRoom.BYTES / 2);
        assertCounted("dropped", "NO_ROOM", 6);
        assertThat(transport.drops).hasSize(6).allSatisfy(frame -> assertDropped(frame, DropReason.TOO_MANY_FRAMES));
    }

    @Test
    void oldPicture_isAnsweredAsStale_withoutBeingLookedAt() {
        var written = now;
        now = now.plusMillis(1001);

        write("door-1", Pictures.jpegOf(50), written);

        assertThat(transport.asked).isEmpty();
        assertDropped(transport.drops.get(0), DropReason.STALE);
        assertCounted("dropped", "STALE", 1);
    }

    @Test
    void timeThatIsToCome_orNone_isNow() {
        write("door-1", Pictures.jpeg(), now.plus(Duration.ofDays(400)));
        write("door-2", Pictures.jpeg(), Instant.ofEpochMilli(-1));

        assertThat(transport.asked)
                .allSatisfy(frame -> assertThat(frame.facts().capturedAt()).isEqualTo(now));
        assertThat(transport.asked).hasSize(2);
    }

    @Test
    void sequenceRises_alsoWithinAMillisecond() {
        write("door-1", Pictures.jpeg());
        write("door-1", Pictures.jpeg());
        transport.answer(0);

        assertThat(transport.asked)
                .extracting(frame -> frame.facts().sequence())
                .containsExactly(now.toEpochMilli(), now.toEpochMilli() + 1);
    }

    @Test
    void stream_hasPositions_afterItsFirstPictures_untilItPauses() {
        for (var i = 0; i < 4; i++) {
            write("door-1", Pictures.jpeg());
            transport.answer(i);
            now = now.plusMillis(400);
        }
        now = now.plusSeconds(11);
        write("door-1", Pictures.jpeg());

        assertThat(transport.asked)
                .extracting(frame -> Optional.ofNullable(frame.facts().position()))
                .containsExactly(
                        Optional.empty(), Optional.empty(), Optional.of(0.0), Optional.of(0.4), Optional.empty());
    }

    @Test
    void sourceTooMany_isCounted_untilOneIsSilentForAMinute() {
        write("door-1", Pictures.jpeg());
        write("door-2", Pictures.jpeg());
        write("door-3", Pictures.jpeg());
        assertCounted("dropped", "TOO_MANY_SOURCES", 1);
        assertThat(letters.history()).isEmpty();

        transport.answer(0);
        now = now.plusSeconds(61);
        write("door-3", Pictures.jpeg());

        assertThat(transport.askedSources()).containsExactly("feed/door-1", "feed/door-2", "feed/door-3");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none, BAD_SOURCE, the key must be",
                "'', BAD_SOURCE, the key must be",
                "front door, BAD_SOURCE, the key must be",
                "a/b, BAD_SOURCE, the key must be",
                "ä, BAD_SOURCE, the key must be"
            })
    void keyThatIsNoName_isADeadLetter(String key, String reason, String message) {
        write(key, Pictures.jpeg());

        assertLetter(reason, message);
        assertThat(letters.history().get(0).key()).isEqualTo(key == null ? null : key.getBytes(UTF_8));
    }

    @Test
    void longKey_isADeadLetterWithout() {
        write("a".repeat(65), Pictures.jpeg());
        write("a".repeat(100_000), Pictures.jpeg());

        assertThat(letters.history())
                .extracting(ProducerRecord::key)
                .hasSize(2)
                .last()
                .isNull();
        assertCounted("refused", "BAD_SOURCE", 2);
    }

    @Test
    void bytesThatAreNoPicture_areDeadLetters_andTheNextPictureIsSent() {
        headers.add("site", "north".getBytes(UTF_8));
        write("door-1", "garbage".getBytes(UTF_8));
        write("door-1", Pictures.jpeg());

        assertLetter("UNSUPPORTED_FORMAT", "neither a JPEG nor a PNG nor a WebP");
        assertThat(letters.history().get(0).value()).isEqualTo("garbage".getBytes(UTF_8));
        assertThat(header("site")).isEqualTo("north");
        assertThat(header("origin-topic")).isEqualTo("feeds");
        assertThat(header("origin-partition")).isEqualTo("2");
        assertThat(header("origin-offset")).isEqualTo("1000");
        assertThat(header("stage")).isEqualTo("ingest-feeds");
        assertThat(header("cause")).isEqualTo(FeedException.class.getName());
        assertThat(transport.asked).hasSize(1);
    }

    @Test
    void emptyOrMissingValue_isADeadLetter() {
        write("door-1", new byte[0]);
        write("door-1", null);

        assertThat(letters.history()).hasSize(2);
        assertCounted("refused", "NO_PICTURE", 2);
    }

    @Test
    void damagedHeader_isADeadLetter() {
        write("door-1", Pictures.jpegOf(8));

        assertThat(letters.history()).hasSize(1);
        assertThat(transport.asked).isEmpty();
        assertThat(transport.drops).isEmpty();
    }

    @Test
    void tooLarge_isADeadLetterWithoutItsBytes() {
        write("door-1", Pictures.jpegOf(MAX_BYTES + 1));

        assertLetter("TOO_MANY_BYTES", "FACELINE_MAX_FEED_BYTES");
        assertThat(letters.history().get(0).value()).isNull();
    }

    @Test
    void sourceThatIsNotListed_isADeadLetter() {
        take(new FeedSettings(true, MAX_BYTES, 10, List.of("door-1", "hall-*"), Duration.ofSeconds(1), 30));

        write("door-1", Pictures.jpeg());
        write("hall-7", Pictures.jpeg());
        write("door-12", Pictures.jpeg());

        assertThat(transport.askedSources()).containsExactly("feed/door-1", "feed/hall-7");
        assertLetter("SOURCE_NOT_ALLOWED", "does not allow the source \"door-12\"");
    }

    @Test
    void floodOfGarbage_isCounted_andFillsNoDeadLetters() {
        for (var i = 0; i < 1000; i++) {
            write("door-1", "garbage".getBytes(UTF_8));
        }
        write("door-2", "garbage".getBytes(UTF_8));

        assertThat(letters.history()).hasSize(FeedLetters.OF_SOURCE + 1);
        assertCounted("refused", "UNSUPPORTED_FORMAT", 1001);
        assertThat(open.toCommit().get(PARTITION).offset()).isEqualTo(offset);
    }

    @Test
    void hugeHeaders_areNotInTheDeadLetter() {
        headers.add("big", new byte[100_000]);

        write("door-1", "garbage".getBytes(UTF_8));

        assertThat(letters.history().get(0).headers().lastHeader("big")).isNull();
        assertThat(header("stage")).isEqualTo("ingest-feeds");
    }

    @Test
    void offsetStaysBeforeWhatHasNoAnswer() {
        write("door-1", Pictures.jpeg());
        write("door-2", Pictures.jpeg());
        write("door-1", Pictures.jpeg());
        assertThat(committed()).isEqualTo(1000);

        transport.answer(0);
        assertThat(committed()).isEqualTo(1001);
        transport.answer(2);
        assertThat(committed()).isEqualTo(1001);
        transport.answer(1);
        assertThat(committed()).isEqualTo(1003);
    }

    private long committed() {
        return open.toCommit().get(PARTITION).offset();
    }

    private void write(String key, byte[] value) {
        write(key, value, now);
    }

    private void write(String key, byte[] value, Instant appendedAt) {
        var read = new ConsumerRecord<>(
                PARTITION.topic(),
                PARTITION.partition(),
                offset++,
                appendedAt.toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                0,
                0,
                key == null ? null : key.getBytes(UTF_8),
                value,
                headers,
                Optional.empty());
        feeds.take(new FeedRecord(read, now));
    }

    private static List<Long> offsets(List<Frame> frames) {
        return frames.stream()
                .map(frame -> frame.facts().id().value())
                .map(id -> Long.valueOf(id.substring(id.lastIndexOf('-') + 1)))
                .toList();
    }

    private static void assertDropped(Frame frame, DropReason reason) {
        assertThat(frame.image()).isEqualTo(Outcome.dropped(reason));
    }

    private void assertCounted(String outcome, String reason, int times) {
        assertThat(metrics.counter(outcome, reason).count()).isEqualTo(times);
    }

    private void assertLetter(String reason, String message) {
        assertCounted("refused", reason, 1);
        assertThat(letters.history()).hasSize(1);
        assertThat(header("message")).contains(message);
    }

    private String header(String name) {
        return new String(letters.history().get(0).headers().lastHeader(name).value(), UTF_8);
    }
}

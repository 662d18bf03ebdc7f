package io.faceline.ingest.feeds;

import io.faceline.runtime.kafka.HeaderText;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * A record of {@code feeds}, by whomever.
 *
 * @param now when it was read
 */
record FeedRecord(ConsumerRecord<byte[], byte[]> read, Instant now) {
    static final String CAPTURED_AT = "captured-at";

    /** From the camera to the broker, through whatever the writer does. */
    private static final Duration MAX_UNDER_WAY = Duration.ofMinutes(1);
    /** By which two clocks that are set differ at most. */
    private static final Duration MAX_AHEAD = Duration.ofSeconds(2);

    private static final int MAX_TIME_LENGTH = 64;
    private static final Pattern MILLIS = Pattern.compile("[0-9]{12,13}");
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    TopicPartition partition() {
        return new TopicPartition(read.topic(), read.partition());
    }

    long offset() {
        return read.offset();
    }

    /** By the broker's clock; now if the record has no time, or one that is still to come. */
    Instant appendedAt() {
        var time = Instant.ofEpochMilli(read.timestamp());
        return read.timestamp() < 0 || time.isAfter(now) ? now : time;
    }

    /** The end of the frame's id, which is the same when the record is read again, also after its topic began anew. */
    String number() {
        return Math.max(0, read.timestamp()) + "-" + read.partition() + "-" + read.offset();
    }

    /** What the writer says, if its clock is about right by the broker's; otherwise the time of the broker. */
    Instant capturedAt() {
        return saidCapturedAt()
                .filter(this::isByARightClock)
                .or(() -> Optional.of(appendedAt()).filter(FeedRecord::isValid))
                .orElse(now);
    }

    /** What a writer whose clock is wrong says. */
    Optional<Instant> wrongCapturedAt() {
        return saidCapturedAt().filter(said -> !isByARightClock(said));
    }

    private Optional<Instant> saidCapturedAt() {
        return HeaderText.in(read.headers(), CAPTURED_AT).flatMap(FeedRecord::parse);
    }

    private boolean isByARightClock(Instant said) {
        var appended = appendedAt();
        return !said.isBefore(appended.minus(MAX_UNDER_WAY)) && !said.isAfter(appended.plus(MAX_AHEAD));
    }

    /** ISO 8601 with a time zone, or milliseconds since 1970; a number of seconds would be of January 1970. */
    private static Optional<Instant> parse(String text) {
        if (text.length() > MAX_TIME_LENGTH) {
            return Optional.empty();
        }
        try {
            var time = MILLIS.matcher(text).matches()
                    ? Instant.ofEpochMilli(Long.parseLong(text))
                    : OffsetDateTime.parse(text).toInstant();
            return Optional.of(time).filter(FeedRecord::isValid);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isValid(Instant time) {
        return !time.isBefore(EARLIEST) && time.isBefore(LATEST);
    }
}

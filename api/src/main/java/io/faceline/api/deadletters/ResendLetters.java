package io.faceline.api.deadletters;

import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.kafka.KafkaSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends dead letters again: the unmodified record with its own headers, to the partition that it came from. That it was done is
 * a record without a value among the dead letters, written after it, so that the mark lasts as long as the letter, and a crash
 * in between makes one that was sent twice rather than one that is lost. Blocks. Confined to the thread that does it, one after
 * the other, so that none is sent twice.
 */
final class ResendLetters {
    static final int MAX = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(ResendLetters.class);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(5);

    private final KafkaSettings kafka;
    private final LetterTable table;
    private final ResendTopics topics;
    private final Supplier<LetterRecords> clients;

    ResendLetters(KafkaSettings kafka, LetterTable table, ResendTopics topics, Supplier<LetterRecords> clients) {
        this.kafka = kafka;
        this.table = table;
        this.topics = topics;
        this.clients = clients;
    }

    /**
     * What became of the letters of a filter.
     *
     * @param sent number of letters
     * @param leftOut number of letters that were sent before, or cannot be
     * @param isComplete whether all letters were looked at
     */
    record Resent(int sent, int leftOut, boolean isComplete) {}

    /** @param again whether one that was sent before is sent again */
    KnownLetter send(long id, boolean again) {
        var letter = table.find(id).orElseThrow(LetterRoutes::noSuchLetter);
        if (!topics.takes(letter.note())) {
            throw new ProblemException(
                    409,
                    "NOT_SENDABLE",
                    letter.note().bytes() == 0
                            ? "the letter has no content any more; its topic, partition and offset say where the record was"
                            : "records of this topic are not sent again, but only those of inputs of stages");
        }
        if (letter.resentAt().isPresent() && !again) {
            throw new ProblemException(
                    409, "SENT_BEFORE", "the letter was sent again already; with ?again=true it is once more");
        }
        try (var records = clients.get()) {
            var mark = send(letter, records).orElseThrow(LetterRoutes::noSuchLetter);
            awaitRead(mark);
        }
        return table.find(id).orElseThrow(LetterRoutes::noSuchLetter);
    }

    /** Those that were not sent before, oldest first, as they came. */
    Resent sendAll(Predicate<KnownLetter> asked) {
        var letters = table.all()
                .filter(asked)
                .sorted(Comparator.comparing(KnownLetter::id))
                .toList();
        var sendable = letters.stream()
                .filter(letter -> topics.takes(letter.note()))
                .filter(letter -> letter.resentAt().isEmpty())
                .toList();
        var now = sendable.subList(0, Math.min(MAX, sendable.size()));
        var sent = now.isEmpty() ? 0 : sendEach(now);
        var leftOut = letters.size() - sendable.size() + now.size() - sent;
        return new Resent(sent, leftOut, now.size() == sendable.size());
    }

    private int sendEach(List<KnownLetter> letters) {
        var sent = 0;
        var mark = OptionalLong.empty();
        try (var records = clients.get()) {
            for (var letter : letters) {
                var written = send(letter, records);
                if (written.isPresent()) {
                    sent++;
                    mark = OptionalLong.of(written.get());
                }
            }
        }
        mark.ifPresent(this::awaitRead);
        return sent;
    }

    /** The offset of the mark; empty if the letter is gone. */
    private Optional<Long> send(KnownLetter letter, LetterRecords records) {
        return records.letter(letter.id()).map(read -> {
            records.send(record(letter, read, records));
            var mark = new ProducerRecord<byte[], byte[]>(
                    kafka.topics().deadLetters().name(),
                    0,
                    Instant.now().toEpochMilli(),
                    null,
                    null,
                    List.of(LetterHeaders.resent(letter.id())));
            LOG.info(
                    "event=dead_letter_sent_again letter={} topic={}",
                    letter.id(),
                    letter.note().topic());
            return records.send(mark).offset();
        });
    }

    private static ProducerRecord<byte[], byte[]> record(
            KnownLetter letter, ConsumerRecord<byte[], byte[]> read, LetterRecords records) {
        var note = letter.note();
        var partition = Stream.of(note.partition())
                .filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong)
                .filter(number -> records.hasPartition(note.topic(), number))
                .map(Long::intValue)
                .findFirst()
                .orElse(null);
        return new ProducerRecord<>(
                note.topic(), partition, read.key(), read.value(), LetterHeaders.own(read.headers()));
    }

    private void awaitRead(long mark) {
        if (!table.hasReadWithin(READ_TIMEOUT, mark)) {
            throw new ProblemException(
                    202, "NOT_YET_VISIBLE", "it is sent, but the letters do not say so yet; look again in a moment");
        }
    }
}

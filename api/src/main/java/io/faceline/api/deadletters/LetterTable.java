package io.faceline.api.deadletters;

import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.topic.Topics;
import io.faceline.runtime.concurrent.ConditionMonitor;
import io.faceline.runtime.kafka.ConsumedRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/**
 * What is known of the dead letters that Kafka still has, newest first: some 500 bytes of each of the {@value #MAX_LETTERS}
 * newest, and no content. {@link #apply} is confined to the thread that reads the topic; all else is thread-safe.
 */
final class LetterTable {
    static final int MAX_LETTERS = 20_000;

    private final int max;
    private final Duration retention;
    private final NavigableMap<Long, KnownLetter> letters = new ConcurrentSkipListMap<>();
    private final ConditionMonitor changes = new ConditionMonitor();
    private volatile long read = -1;

    /** @param retention after which Kafka deletes a letter */
    LetterTable(int max, Duration retention) {
        this.max = max;
        this.retention = retention;
    }

    /** The topic, of which only notes are read. */
    static Topic<LetterNote> topic(Topics topics) {
        var letters = topics.deadLetters();
        return new Topic<>(letters.name(), LetterNote.serde(), letters.spread(), letters.config());
    }

    Optional<KnownLetter> find(long id) {
        return Optional.ofNullable(letters.get(id));
    }

    /** Newest first. */
    Stream<KnownLetter> all() {
        return letters.descendingMap().values().stream();
    }

    /** Those older than this one, newest first. */
    Stream<KnownLetter> before(long id) {
        return letters.headMap(id, false).descendingMap().values().stream();
    }

    /** Whether this record was read, waiting this long for it. */
    boolean hasReadWithin(Duration timeout, long offset) {
        return changes.holdsWithin(timeout, () -> read >= offset);
    }

    void apply(ConsumedRecord<LetterNote> consumed) {
        var note = consumed.value();
        if (note != null && note.resent().isPresent()) {
            letters.computeIfPresent(note.resent().getAsLong(), (id, letter) -> letter.resent(consumed.timestamp()));
        } else if (note != null) {
            letters.put(consumed.offset(), letter(consumed, note));
            forgetOld(consumed.timestamp());
        }
        read = consumed.offset();
        changes.announce();
    }

    private static KnownLetter letter(ConsumedRecord<LetterNote> consumed, LetterNote note) {
        return new KnownLetter(
                consumed.offset(),
                consumed.timestamp(),
                LetterNote.shortened(consumed.key()),
                consumed.frameId().map(LetterNote::shortened),
                note,
                Optional.empty());
    }

    private void forgetOld(Instant now) {
        var oldest = letters.firstEntry();
        while (oldest != null
                && (letters.size() > max
                        || oldest.getValue().at().plus(retention).isBefore(now))) {
            letters.remove(oldest.getKey());
            oldest = letters.firstEntry();
        }
    }
}

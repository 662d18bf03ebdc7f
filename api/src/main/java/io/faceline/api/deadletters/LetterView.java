package io.faceline.api.deadletters;

import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter in a list: never with its content.
 *
 * @param id of the letter
 * @param at when it was written
 * @param stage that could not process the record
 * @param topic where the record was, without the prefix of the installation
 * @param cause class of the error
 * @param frame the id of the frame that the record is about
 * @param bytes of the record's value
 * @param resentAt when it was last sent again
 * @param maySend whether its topic takes it back, and Kafka Streams has not freed its bytes
 */
record LetterView(
        String id,
        Instant at,
        String stage,
        String topic,
        @Nullable Long partition,
        @Nullable Long offset,
        String cause,
        String key,
        @Nullable String frame,
        int bytes,
        @Nullable Instant resentAt,
        boolean maySend) {
    static LetterView of(KnownLetter letter, ResendTopics topics) {
        var note = letter.note();
        return new LetterView(
                Long.toString(letter.id()),
                letter.at(),
                note.stage(),
                topics.shortName(note.topic()),
                number(note.partition()),
                number(note.offset()),
                note.cause(),
                letter.key(),
                letter.frame().orElse(null),
                note.bytes(),
                letter.resentAt().orElse(null),
                topics.takes(note));
    }

    private static @Nullable Long number(OptionalLong number) {
        return number.isPresent() ? (Long) number.getAsLong() : null;
    }
}

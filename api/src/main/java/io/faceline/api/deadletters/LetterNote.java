package io.faceline.api.deadletters;

import io.faceline.runtime.streams.DeadLetters;
import java.util.OptionalLong;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * What is remembered of a record of dead letters: not its content.
 *
 * @param topic where the record was; empty if the letter does not tell, as are the others
 * @param resent the letter that this record marks as sent again; empty for a letter
 */
record LetterNote(
        String stage,
        String cause,
        String topic,
        OptionalLong partition,
        OptionalLong offset,
        int bytes,
        OptionalLong resent) {
    private static final int MAX_TEXT = 300;

    private static LetterNote of(Headers headers, byte[] value) {
        return new LetterNote(
                shortened(LetterHeaders.text(headers, DeadLetters.STAGE)),
                shortened(LetterHeaders.text(headers, DeadLetters.CAUSE)),
                shortened(LetterHeaders.text(headers, DeadLetters.TOPIC)),
                LetterHeaders.number(headers, DeadLetters.PARTITION),
                LetterHeaders.number(headers, DeadLetters.OFFSET),
                value == null ? 0 : value.length,
                value == null ? LetterHeaders.number(headers, LetterHeaders.RESENT) : OptionalLong.empty());
    }

    static String shortened(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
    }

    /** Only reads. */
    static Serde<LetterNote> serde() {
        return Serdes.serdeFrom(
                (topic, note) -> {
                    throw new UnsupportedOperationException("notes are not written");
                },
                new Deserializer<>() {
                    @Override
                    public LetterNote deserialize(String topic, byte[] value) {
                        throw new UnsupportedOperationException("headers are needed");
                    }

                    @Override
                    public LetterNote deserialize(String topic, Headers headers, byte[] value) {
                        return of(headers, value);
                    }
                });
    }
}

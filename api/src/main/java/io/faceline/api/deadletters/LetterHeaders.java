package io.faceline.api.deadletters;

import io.faceline.runtime.kafka.HeaderText;
import io.faceline.runtime.streams.DeadLetters;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Reads the headers of dead letters, which anyone may write. */
final class LetterHeaders {
    /** Of a mark, which has no value: the offset of the letter that was sent again. */
    static final String RESENT = "resent-letter";

    /** What the letter added to the headers of the record. */
    private static final Set<String> ADDED = Set.of(
            DeadLetters.STAGE,
            DeadLetters.CAUSE,
            DeadLetters.MESSAGE,
            DeadLetters.TOPIC,
            DeadLetters.PARTITION,
            DeadLetters.OFFSET,
            DeadLetters.ANSWERED);

    private LetterHeaders() {}

    static String text(Headers headers, String name) {
        return HeaderText.in(headers, name).orElse("");
    }

    /** A whole number that is not negative. */
    static OptionalLong number(Headers headers, String name) {
        return number(text(headers, name));
    }

    static OptionalLong number(String text) {
        return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    static Header resent(long letter) {
        return new RecordHeader(RESENT, Long.toString(letter).getBytes(StandardCharsets.UTF_8));
    }

    /** The record's own headers: without the last one of each name that the letter has added. */
    static List<Header> own(Headers headers) {
        var own = new ArrayList<>(List.of(headers.toArray()));
        for (var name : ADDED) {
            last(own, name).ifPresent(added -> own.remove((int) added));
        }
        return own;
    }

    private static Optional<Integer> last(List<Header> headers, String name) {
        for (var index = headers.size() - 1; index >= 0; index--) {
            if (headers.get(index).key().equals(name)) {
                return Optional.of(index);
            }
        }
        return Optional.empty();
    }
}

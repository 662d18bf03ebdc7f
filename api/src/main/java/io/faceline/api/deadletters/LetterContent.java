package io.faceline.api.deadletters;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.faceline.runtime.streams.DeadLetters;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A dead letter with its content, as it is: only the admin sees it, and who masked names in bytes of any form would miss some.
 *
 * @param message of the error
 * @param headers the record's own
 * @param content its first bytes
 */
record LetterContent(@JsonUnwrapped LetterView letter, String message, List<HeaderView> headers, Shown content) {
    static final int MAX_BYTES = 64 * 1024;

    private static final int MAX_HEADERS = 100;
    private static final int MAX_HEADER_BYTES = 4096;

    LetterContent {
        headers = List.copyOf(headers);
    }

    /** How bytes are shown. */
    enum Form {
        TEXT,
        HEX
    }

    /** @param isWhole whether these are all bytes */
    record Shown(Form form, String shown, boolean isWhole) {
        static Shown of(byte[] bytes, int max) {
            var isWhole = bytes.length <= max;
            var first = isWhole ? bytes : Arrays.copyOf(bytes, max);
            return text(first)
                    .map(text -> new Shown(Form.TEXT, text, isWhole))
                    .orElseGet(() -> new Shown(Form.HEX, HexFormat.of().formatHex(first), isWhole));
        }

        /** Empty for bytes that are no text; one that is cut within a character is none. */
        private static Optional<String> text(byte[] bytes) {
            try {
                var text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                return Optional.of(text).filter(all -> all.chars().noneMatch(Shown::isControl));
            } catch (CharacterCodingException e) {
                return Optional.empty();
            }
        }

        private static boolean isControl(int character) {
            return Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
        }
    }

    /** A header of the record. */
    record HeaderView(String name, Shown value) {
        static HeaderView of(Header header) {
            var value = header.value() == null ? new byte[0] : header.value();
            return new HeaderView(LetterNote.shortened(header.key()), Shown.of(value, MAX_HEADER_BYTES));
        }
    }

    static LetterContent of(LetterView view, ConsumerRecord<byte[], byte[]> read) {
        return new LetterContent(
                view,
                LetterNote.shortened(LetterHeaders.text(read.headers(), DeadLetters.MESSAGE)),
                own(read).map(HeaderView::of).toList(),
                Shown.of(bytes(read), MAX_BYTES));
    }

    private static Stream<Header> own(ConsumerRecord<byte[], byte[]> read) {
        return LetterHeaders.own(read.headers()).stream().limit(MAX_HEADERS);
    }

    static byte[] bytes(ConsumerRecord<byte[], byte[]> read) {
        return read.value() == null ? new byte[0] : read.value();
    }
}

package io.faceline.runtime.kafka;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;

/**
 * Identifies one write to a shared topic in a header. Its writer, a task instance, waits until the token is read back:
 * then this write and all earlier ones are applied.
 *
 * @param number sequence number of the writer's writes, from 1
 */
public record WriteToken(String writer, long number) {
    private static final String HEADER = "write";

    public void writeTo(Headers headers) {
        headers.add(HEADER, (writer + "/" + number).getBytes(StandardCharsets.UTF_8));
    }

    public static Optional<WriteToken> in(Headers headers) {
        var header = headers.lastHeader(HEADER);
        return header == null || header.value() == null
                ? Optional.empty()
                : parse(new String(header.value(), StandardCharsets.UTF_8));
    }

    private static Optional<WriteToken> parse(String text) {
        var slash = text.lastIndexOf('/');
        try {
            return slash < 0
                    ? Optional.empty()
                    : Optional.of(new WriteToken(text.substring(0, slash), Long.parseLong(text.substring(slash + 1))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}

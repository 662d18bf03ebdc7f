package io.faceline.runtime.kafka;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Headers;

/**
 * What the matcher had written to the shared topics when it answered, in a header of the answer. The answer holds once
 * these writes can be read: the asker waits for them, since the matcher cannot read its own transaction.
 *
 * @param writer the task that wrote
 * @param people number of its last write to {@code people}, 0 for none
 * @param gallery number of its last write to {@code gallery}, 0 for none
 */
public record Written(String writer, long people, long gallery) {
    private static final String HEADER = "written";
    private static final Pattern TEXT = Pattern.compile("([^/]{1,100})/(\\d{1,18})/(\\d{1,18})");

    public void writeTo(Headers headers) {
        headers.add(HEADER, (writer + "/" + people + "/" + gallery).getBytes(StandardCharsets.UTF_8));
    }

    /** Empty without a header, or with one that a stranger made up. */
    static Optional<Written> in(Headers headers) {
        var header = headers.lastHeader(HEADER);
        if (header == null || header.value() == null) {
            return Optional.empty();
        }
        var parts = TEXT.matcher(new String(header.value(), StandardCharsets.UTF_8));
        return parts.matches()
                ? Optional.of(
                        new Written(parts.group(1), Long.parseLong(parts.group(2)), Long.parseLong(parts.group(3))))
                : Optional.empty();
    }

    /** The same, without the topics that were not written to since. */
    public Written since(Written before) {
        return new Written(writer, people == before.people ? 0 : people, gallery == before.gallery ? 0 : gallery);
    }

    WriteToken ofPeople() {
        return new WriteToken(writer, people);
    }

    WriteToken ofGallery() {
        return new WriteToken(writer, gallery);
    }
}

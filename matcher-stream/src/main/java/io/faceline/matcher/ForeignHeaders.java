package io.faceline.matcher;

import io.faceline.runtime.kafka.CloudEvent;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The headers that a sender gave a record for its own purposes, such as {@code traceparent}: the answer has them too.
 * Ours are left out, since an answer gets its own, and so are those of CloudEvents.
 */
final class ForeignHeaders {
    static final int MAX_HEADERS = 32;
    /** Names and values together. */
    static final int MAX_BYTES = 8 * 1024;

    /** Of frames, of writes, and of dead letters, which may have been sent again as they are. */
    private static final Set<String> OURS = Set.of(
            "frame-id",
            "write",
            "written",
            "answered",
            "stage",
            "cause",
            "message",
            "origin-topic",
            "origin-partition",
            "origin-offset");

    private ForeignHeaders() {}

    /** A copy of the first ones within the limits. */
    static Headers of(Headers all) {
        var foreign = new RecordHeaders();
        var count = 0;
        var bytes = 0;
        for (var header : all) {
            if (OURS.contains(header.key()) || CloudEvent.isAttribute(header.key())) {
                continue;
            }
            count++;
            bytes += size(header);
            if (count > MAX_HEADERS || bytes > MAX_BYTES) {
                break;
            }
            foreign.add(header);
        }
        return foreign;
    }

    private static int size(Header header) {
        var value = header.value();
        return header.key().getBytes(StandardCharsets.UTF_8).length + (value == null ? 0 : value.length);
    }
}

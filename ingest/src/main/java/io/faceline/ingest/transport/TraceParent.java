package io.faceline.ingest.transport;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * The trace that a request belongs to, by the caller's W3C Trace Context. The frames of the request carry it through all
 * stages, and so do their answers.
 *
 * @param value absent if the caller traces nothing
 */
public record TraceParent(@Nullable String value) {
    /** The name of the header, in HTTP and in Kafka. */
    public static final String HEADER = "traceparent";

    public static final TraceParent NONE = new TraceParent(null);

    /** https://www.w3.org/TR/trace-context/#traceparent-header: version, trace id, parent id, flags. */
    private static final Pattern VALID =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    /** An invalid header is none, as the standard says. */
    public static TraceParent of(@Nullable String header) {
        return header != null && VALID.matcher(header).matches() ? new TraceParent(header) : NONE;
    }

    List<Header> headers() {
        return value == null ? List.of() : List.of(new RecordHeader(HEADER, value.getBytes(StandardCharsets.US_ASCII)));
    }
}

package io.faceline.runtime.kafka;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Text of record headers, which anyone may write: they may be absent, without a value, or hold any bytes. */
public final class HeaderText {
    private HeaderText() {}

    /** The text of the last header with this name; empty if it is absent or has no value. Never fails. */
    public static Optional<String> in(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name))
                .map(Header::value)
                .map(value -> new String(value, StandardCharsets.UTF_8));
    }
}

package io.faceline.runtime.kafka;

import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** The frame id header of records about a frame. */
public final class FrameIdHeader {
    private FrameIdHeader() {}

    /** Sets the header, replacing any existing one. */
    public static void put(Headers headers, FrameId id) {
        headers.remove(Topics.FRAME_ID_HEADER);
        headers.add(Topics.FRAME_ID_HEADER, id.value().getBytes(StandardCharsets.UTF_8));
    }

    /** The header's text, which may be no valid frame id; empty if the header is absent or has no value. */
    public static Optional<String> in(Headers headers) {
        return HeaderText.in(headers, Topics.FRAME_ID_HEADER);
    }

    /** A processor that sets the header on every record. */
    public static <V> FixedKeyProcessorSupplier<String, V, V> stamp(Function<V, FrameId> idOf) {
        return () -> new ContextualFixedKeyProcessor<>() {
            @Override
            public void process(FixedKeyRecord<String, V> incoming) {
                put(incoming.headers(), idOf.apply(incoming.value()));
                context().forward(incoming);
            }
        };
    }
}

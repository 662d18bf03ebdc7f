package io.faceline.runtime.streams;

import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;

/** Sends records that cannot be deserialised to the dead letters. Public, because Kafka Streams instantiates it. */
public final class UnreadableRecordHandler implements DeserializationExceptionHandler {
    private @Nullable DeadLetters deadLetters;

    @Override
    public void configure(Map<String, ?> config) {
        deadLetters = new DeadLetters(config);
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> unreadable, Exception failure) {
        var letters = Objects.requireNonNull(deadLetters, "not configured");
        return Response.resume(
                letters.of(context, unreadable.key(), unreadable.value(), unreadable.headers(), failure));
    }
}

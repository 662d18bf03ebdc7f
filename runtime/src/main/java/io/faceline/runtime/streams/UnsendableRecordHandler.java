package io.faceline.runtime.streams;

import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.jspecify.annotations.Nullable;

/**
 * Converts an output record that the broker refuses, because it is too large or its input has a time far ahead, to a dead
 * letter without a value, which would be too large there as well.
 * Retries broker failures; any other failure stops the stage. Public, because Kafka Streams instantiates it.
 */
public final class UnsendableRecordHandler implements ProductionExceptionHandler {
    private @Nullable DeadLetters deadLetters;

    @Override
    public void configure(Map<String, ?> config) {
        deadLetters = new DeadLetters(config);
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> unsendable, Exception failure) {
        if (failure instanceof RecordTooLargeException || failure instanceof InvalidTimestampException) {
            return refused(context, unsendable, failure);
        }
        return failure instanceof RetriableException ? Response.retry() : Response.fail();
    }

    private Response refused(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> unsendable, Exception failure) {
        var letters = Objects.requireNonNull(deadLetters, "not configured");
        // A dead letter that is itself too large is dropped, which avoids an endless loop.
        return unsendable.topic().equals(letters.topic())
                ? Response.resume()
                : Response.resume(letters.of(context, unsendable.key(), null, unsendable.headers(), failure));
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Response handleSerializationError(
            ErrorHandlerContext context,
            ProducerRecord unserialisable,
            Exception failure,
            SerializationExceptionOrigin origin) {
        return Response.fail();
    }
}

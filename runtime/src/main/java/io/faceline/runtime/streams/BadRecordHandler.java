package io.faceline.runtime.streams;

import io.faceline.runtime.concurrent.Throwables;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Distinguishes bad records from bugs: a record with a {@link BadRecordException}, also as a cause, goes to the dead
 * letters; any other exception stops the stage. Streams' own log-and-continue handler would hide bugs. Public, because
 * Kafka Streams instantiates it.
 */
public final class BadRecordHandler implements ProcessingExceptionHandler {
    private @Nullable DeadLetters deadLetters;

    @Override
    public void configure(Map<String, ?> config) {
        deadLetters = new DeadLetters(config);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> processed, Exception failure) {
        if (Throwables.find(failure, BadRecordException.class).isEmpty()) {
            return Response.fail();
        }
        return Response.resume(
                Objects.requireNonNull(deadLetters, "not configured").of(context, failure));
    }
}

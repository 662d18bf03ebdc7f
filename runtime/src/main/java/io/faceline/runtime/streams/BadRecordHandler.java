package io.faceline.runtime.streams;

import io.faceline.runtime.concurrent.Throwables;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Tells bad records from bugs: a {@link BadRecordException}, also as a cause, goes to the dead letters, anything else
 * stops the stage. Streams' own log-and-continue handler would swallow our bugs. Public, because Kafka Streams makes it.
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
                Objects.requireNonNull(deadLetters, "configured first").of(context, failure));
    }
}

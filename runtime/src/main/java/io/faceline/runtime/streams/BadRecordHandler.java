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
 * letters; so does one that {@link RecordGuard} sets aside; any other exception ends the thread, and, if the records are
 * not to blame, the stage. Streams' own log-and-continue handler would hide bugs. Public, because
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
        var letters = Objects.requireNonNull(deadLetters, "not configured");
        var setAside = Throwables.find(failure, SetAsideException.class);
        if (setAside.isPresent()) {
            return Response.resume(
                    letters.of(context, setAside.get(), setAside.get().isAnswered()));
        }
        return Throwables.find(failure, BadRecordException.class).isPresent()
                ? Response.resume(letters.of(context, failure))
                : Response.fail();
    }
}

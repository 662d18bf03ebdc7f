package io.faceline.runtime.streams;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jspecify.annotations.Nullable;

/**
 * Works on each record under the stage's {@link RecordGuard}, which covers the work and everything behind it, since
 * Streams forwards a record through all nodes within one call.
 */
final class GuardedProcessor<I, O> extends ContextualFixedKeyProcessor<String, I, O> {
    private final Function<I, O> work;
    private final UnaryOperator<I> failed;
    private @Nullable RecordGuard guard;

    /** @param failed turns an input into one that failed before, which the work passes on */
    GuardedProcessor(Function<I, O> work, UnaryOperator<I> failed) {
        this.work = work;
        this.failed = failed;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, O> context) {
        super.init(context);
        guard = RecordGuard.in(context.appConfigs());
    }

    @Override
    public void process(FixedKeyRecord<String, I> incoming) {
        var guarding = Objects.requireNonNull(guard, "not initialised");
        guarding.work(
                context().recordMetadata().orElse(null),
                () -> context().forward(incoming.withValue(work.apply(incoming.value()))),
                () -> context().forward(incoming.withValue(work.apply(failed.apply(incoming.value())))));
    }
}

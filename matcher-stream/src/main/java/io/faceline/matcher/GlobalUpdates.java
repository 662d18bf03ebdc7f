package io.faceline.matcher;

import io.faceline.runtime.BadRecordException;
import java.util.Objects;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Applies the records of a shared topic to a global store, at the start and ever after, and tells those who wait how far
 * it is. On Streams' one thread for global stores.
 *
 * @param <T> what the store holds
 */
final class GlobalUpdates<T, V> extends ContextualProcessor<String, V, Void, Void> {
    private final String store;
    private final Function<T, Arrivals> arrivals;
    private final Apply<T, V> apply;
    private @Nullable GlobalStore<T> kept;

    /** Puts a value under its key, or removes what is there when there is no value. */
    @FunctionalInterface
    interface Apply<T, V> {
        void to(T content, String key, @Nullable V value);
    }

    private GlobalUpdates(String store, Function<T, Arrivals> arrivals, Apply<T, V> apply) {
        this.store = store;
        this.arrivals = arrivals;
        this.apply = apply;
    }

    static <T, V> ProcessorSupplier<String, V, Void, Void> of(
            String store, Function<T, Arrivals> arrivals, Apply<T, V> apply) {
        return () -> new GlobalUpdates<>(store, arrivals, apply);
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        super.init(context);
        kept = context.getStateStore(store);
    }

    @Override
    public void process(Record<String, V> read) {
        var content = Objects.requireNonNull(kept, "initialised first").content();
        try {
            apply.to(content, read.key(), read.value());
        } catch (IllegalArgumentException e) {
            throw new BadRecordException("key and value do not fit: " + e.getMessage(), e);
        } finally {
            arrived(arrivals.apply(content), read);
        }
    }

    private void arrived(Arrivals seen, Record<String, V> read) {
        var offset = context().recordMetadata().orElseThrow().offset();
        var write = Write.in(read.headers());
        if (write.isPresent()) {
            seen.arrived(offset, write.get());
        } else {
            seen.arrived(offset);
        }
    }
}

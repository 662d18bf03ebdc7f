package io.faceline.matcher.store;

import java.util.Objects;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Applies the records of a shared topic to a global store, at the start and ever after, and tells those who wait how far
 * it is. A bad record is set aside. On Streams' one thread for global stores.
 *
 * @param <T> what the store holds
 */
public final class GlobalStoreUpdater<T, V> extends ContextualProcessor<String, DeserializedOrError<V>, Void, Void> {
    private final String store;
    private final Function<T, AppliedOffsets> arrivals;
    private final Apply<T, V> apply;
    private final DeadLetterBox letters;
    private @Nullable GlobalStore<T> kept;

    /**
     * Puts a value under its key, or removes what is there when there is no value. Throws IllegalArgumentException when
     * both do not fit.
     */
    @FunctionalInterface
    public interface Apply<T, V> {
        void to(T content, String key, @Nullable V value);
    }

    public GlobalStoreUpdater(
            String store, Function<T, AppliedOffsets> arrivals, Apply<T, V> apply, DeadLetterBox letters) {
        this.store = store;
        this.arrivals = arrivals;
        this.apply = apply;
        this.letters = letters;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        super.init(context);
        kept = context.getStateStore(store);
    }

    @Override
    public void process(Record<String, DeserializedOrError<V>> read) {
        var content = Objects.requireNonNull(kept, "initialised first").content();
        var received = read.value();
        try {
            apply(content, read.key(), received);
        } catch (IllegalArgumentException e) {
            var bytes = received == null ? null : received.bytes();
            letters.add(read.withValue(bytes), context().recordMetadata().orElseThrow(), e);
        }
        arrived(arrivals.apply(content), read);
    }

    private void apply(T content, @Nullable String key, @Nullable DeserializedOrError<V> received) {
        if (key == null) {
            throw new IllegalArgumentException("a record without a key");
        }
        apply.to(content, key, received == null ? null : received.value());
    }

    private void arrived(AppliedOffsets seen, Record<String, DeserializedOrError<V>> read) {
        var offset = context().recordMetadata().orElseThrow().offset();
        var write = WriteToken.in(read.headers());
        if (write.isPresent()) {
            seen.arrived(offset, write.get());
        } else {
            seen.arrived(offset);
        }
    }
}

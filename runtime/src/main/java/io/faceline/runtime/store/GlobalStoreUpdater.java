package io.faceline.runtime.store;

import io.faceline.runtime.kafka.WriteToken;
import java.util.Objects;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Applies the records of a shared topic to a global store, and reports the applied offsets. Bad records go to the dead
 * letters. Confined to one thread: the global store thread of Streams.
 *
 * @param <T> content of the store
 */
public final class GlobalStoreUpdater<T, V> extends ContextualProcessor<String, DeserializedOrError<V>, Void, Void> {
    private final String store;
    private final Function<T, AppliedOffsets> appliedOffsets;
    private final Apply<T, V> apply;
    private final DeadLetterBox deadLetters;
    private @Nullable GlobalStore<T> globalStore;

    /**
     * Stores a value, or removes the key if there is no value. Throws IllegalArgumentException if key and value do not
     * match.
     */
    @FunctionalInterface
    public interface Apply<T, V> {
        void to(T content, String key, @Nullable V value);
    }

    public GlobalStoreUpdater(
            String store, Function<T, AppliedOffsets> appliedOffsets, Apply<T, V> apply, DeadLetterBox deadLetters) {
        this.store = store;
        this.appliedOffsets = appliedOffsets;
        this.apply = apply;
        this.deadLetters = deadLetters;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        super.init(context);
        globalStore = context.getStateStore(store);
    }

    @Override
    public void process(Record<String, DeserializedOrError<V>> read) {
        var content = Objects.requireNonNull(globalStore, "not initialised").content();
        var received = read.value();
        try {
            apply(content, read.key(), received);
        } catch (IllegalArgumentException e) {
            var bytes = received == null ? null : received.bytes();
            deadLetters.add(read.withValue(bytes), context().recordMetadata().orElseThrow(), e);
        }
        reportApplied(appliedOffsets.apply(content), read);
    }

    private void apply(T content, @Nullable String key, @Nullable DeserializedOrError<V> received) {
        if (key == null) {
            throw new IllegalArgumentException("the record has no key");
        }
        apply.to(content, key, received == null ? null : received.value());
    }

    private void reportApplied(AppliedOffsets applied, Record<String, DeserializedOrError<V>> read) {
        var offset = context().recordMetadata().orElseThrow().offset();
        var write = WriteToken.in(read.headers());
        if (write.isPresent()) {
            applied.arrived(offset, write.get());
        } else {
            applied.arrived(offset);
        }
    }
}

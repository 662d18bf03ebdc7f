package io.faceline.runtime.store;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * A global store that holds an in-memory object instead of serialised entries. Never on disk: at every start Streams
 * replays all records of the topic through the store's processor before any task runs.
 */
public final class GlobalStore<T> implements StateStore {
    private final String name;
    private final T content;
    private volatile boolean open;

    private GlobalStore(String name, T content) {
        this.name = name;
        this.content = content;
    }

    public static <T> StoreBuilder<GlobalStore<T>> builder(String name, Supplier<T> content) {
        return new Builder<>(name, content);
    }

    public T content() {
        return content;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        // Streams requires a callback but does not call it: the store's processor restores the state instead.
        context.register(root, (key, value) -> {
            throw new IllegalStateException(name + " is restored by its processor");
        });
        open = true;
    }

    @Override
    public void close() {
        open = false;
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    private record Builder<T>(String name, Supplier<T> content) implements StoreBuilder<GlobalStore<T>> {
        @Override
        public GlobalStore<T> build() {
            return new GlobalStore<>(name, content.get());
        }

        @Override
        public StoreBuilder<GlobalStore<T>> withCachingEnabled() {
            throw new UnsupportedOperationException();
        }

        @Override
        public StoreBuilder<GlobalStore<T>> withCachingDisabled() {
            return this;
        }

        @Override
        public StoreBuilder<GlobalStore<T>> withLoggingEnabled(Map<String, String> config) {
            throw new UnsupportedOperationException();
        }

        @Override
        public StoreBuilder<GlobalStore<T>> withLoggingDisabled() {
            return this;
        }

        /** The topic of a global store serves as its changelog. */
        @Override
        public boolean loggingEnabled() {
            return false;
        }

        @Override
        public Map<String, String> logConfig() {
            return Map.of();
        }
    }
}

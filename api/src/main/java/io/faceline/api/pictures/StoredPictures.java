package io.faceline.api.pictures;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.faceline.contracts.Blob;
import io.faceline.contracts.topic.Topic;
import io.faceline.runtime.concurrent.ConditionMonitor;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.health.HealthCheck;
import io.faceline.runtime.kafka.ConsumedRecord;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.runtime.kafka.TopicReader;
import io.faceline.runtime.kafka.TopicScanner;
import io.faceline.runtime.kafka.TopicScanner.Position;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** The pictures of a topic by key. They stay in Kafka: only where they are is in memory. Thread-safe. */
public final class StoredPictures<V> implements HealthCheck, AutoCloseable {
    private static final int MAX_CACHED_BYTES = 16 << 20;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Map<String, Position> places = new ConcurrentHashMap<>();
    private final Cache<String, Blob> recent = Caffeine.newBuilder()
            .maximumWeight(MAX_CACHED_BYTES)
            .weigher((String key, Blob bytes) -> bytes.size())
            .build();
    private final ConditionMonitor changes = new ConditionMonitor();
    private final Function<V, Blob> jpeg;
    private final TopicReader<V> reader;
    private final TopicScanner<V> scanner;

    /** @param jpeg the picture of a record */
    public StoredPictures(KafkaSettings kafka, Topic<V> topic, Function<V, Blob> jpeg) {
        this.jpeg = jpeg;
        reader = new TopicReader<>(kafka, topic, StartOffset.EARLIEST, this::read);
        scanner = new TopicScanner<>(kafka, topic);
    }

    public void start() {
        reader.start();
    }

    /** Registers a callback for when a bug stops the reading. Set before the start. */
    public void onStop(Consumer<Throwable> callback) {
        reader.onStop(callback);
    }

    private void read(ConsumedRecord<V> read) {
        if (read.value() == null) {
            places.remove(read.key());
        } else {
            places.put(read.key(), new Position(read.partition(), read.offset()));
        }
        recent.invalidate(read.key());
        changes.announce();
    }

    /** Waits until the pictures with these keys are there, or this long. */
    public void await(Collection<String> keys, Duration timeout) {
        var unused = changes.holdsWithin(timeout, () -> places.keySet().containsAll(keys));
    }

    public boolean has(String key) {
        return places.containsKey(key);
    }

    /** Empty if there is none. Blocks while it is read. */
    public Optional<Blob> find(String key) throws InterruptedException {
        var place = places.get(key);
        if (place == null) {
            return Optional.empty();
        }
        var known = recent.getIfPresent(key);
        if (known != null) {
            return Optional.of(known);
        }
        var picture = scanner.at(place, TIMEOUT).map(jpeg);
        picture.ifPresent(bytes -> recent.put(key, bytes));
        // It may have been erased meanwhile.
        if (!places.containsKey(key)) {
            recent.invalidate(key);
            return Optional.empty();
        }
        return picture;
    }

    /** Frees the memory of a picture that nobody asks for any more. */
    public void forget(String key) {
        places.remove(key);
        recent.invalidate(key);
    }

    @Override
    public Health health() {
        return reader.health();
    }

    @Override
    public void close() {
        reader.close();
        scanner.close();
    }
}

package io.faceline.api.jobs.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.faceline.contracts.Blob;
import io.faceline.contracts.track.ShotPicture;
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

/** The pictures of appearances. They stay in Kafka: only where they are is in memory. Thread-safe. */
public final class ShotPictures implements Shots, HealthCheck, AutoCloseable {
    private static final int MAX_CACHED_BYTES = 16 << 20;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Map<String, Position> places = new ConcurrentHashMap<>();
    private final Cache<String, Blob> recent = Caffeine.newBuilder()
            .maximumWeight(MAX_CACHED_BYTES)
            .weigher((String key, Blob jpeg) -> jpeg.size())
            .build();
    private final ConditionMonitor changes = new ConditionMonitor();
    private final TopicReader<ShotPicture> reader;
    private final TopicScanner<ShotPicture> scanner;

    public ShotPictures(KafkaSettings kafka) {
        var topic = kafka.topics().shots();
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

    private void read(ConsumedRecord<ShotPicture> read) {
        if (read.value() == null) {
            places.remove(read.key());
        } else {
            places.put(read.key(), new Position(read.partition(), read.offset()));
        }
        recent.invalidate(read.key());
        changes.announce();
    }

    @Override
    public void await(Collection<String> keys, Duration timeout) {
        var unused = changes.holdsWithin(timeout, () -> places.keySet().containsAll(keys));
    }

    @Override
    public boolean has(String key) {
        return places.containsKey(key);
    }

    @Override
    public Optional<Blob> find(String key) throws InterruptedException {
        var place = places.get(key);
        if (place == null) {
            return Optional.empty();
        }
        var known = recent.getIfPresent(key);
        if (known != null) {
            return Optional.of(known);
        }
        var picture = scanner.at(place, TIMEOUT).map(ShotPicture::jpeg);
        picture.ifPresent(jpeg -> recent.put(key, jpeg));
        // It may have been erased meanwhile.
        if (!places.containsKey(key)) {
            recent.invalidate(key);
            return Optional.empty();
        }
        return picture;
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

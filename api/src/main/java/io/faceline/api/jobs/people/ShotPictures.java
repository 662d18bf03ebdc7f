package io.faceline.api.jobs.people;

import io.faceline.api.pictures.StoredPictures;
import io.faceline.contracts.Blob;
import io.faceline.contracts.track.ShotPicture;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.health.HealthCheck;
import io.faceline.runtime.kafka.KafkaSettings;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/** The pictures of appearances. Thread-safe. */
public final class ShotPictures implements Shots, HealthCheck, AutoCloseable {
    private final StoredPictures<ShotPicture> stored;

    public ShotPictures(KafkaSettings kafka) {
        stored = new StoredPictures<>(kafka, kafka.topics().shots(), ShotPicture::jpeg);
    }

    public void start() {
        stored.start();
    }

    /** Registers a callback for when a bug stops the reading. Set before the start. */
    public void onStop(Consumer<Throwable> callback) {
        stored.onStop(callback);
    }

    @Override
    public void await(Collection<String> keys, Duration timeout) {
        stored.await(keys, timeout);
    }

    @Override
    public boolean has(String key) {
        return stored.has(key);
    }

    @Override
    public Optional<Blob> find(String key) throws InterruptedException {
        return stored.find(key);
    }

    @Override
    public Health health() {
        return stored.health();
    }

    @Override
    public void close() {
        stored.close();
    }
}

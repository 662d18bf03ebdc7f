package io.faceline.api.jobs.people;

import io.faceline.contracts.Blob;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Pictures in memory. */
public final class FakeShots implements Shots {
    private final Map<String, Blob> pictures = new ConcurrentHashMap<>();

    public void put(String key, Blob jpeg) {
        pictures.put(key, jpeg);
    }

    @Override
    public boolean has(String key) {
        return pictures.containsKey(key);
    }

    @Override
    public Optional<Blob> find(String key) {
        return Optional.ofNullable(pictures.get(key));
    }

    @Override
    public void await(Collection<String> keys, Duration timeout) {
        // They are here.
    }
}

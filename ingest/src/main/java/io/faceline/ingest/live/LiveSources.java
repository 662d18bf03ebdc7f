package io.faceline.ingest.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The cameras that are connected, by connection, and how many may be. Safe for all threads. */
public final class LiveSources {
    private final Map<String, LiveSource> connected = new ConcurrentHashMap<>();
    private final int most;

    /** @param most at a time */
    public LiveSources(int most) {
        this.most = most;
    }

    int most() {
        return most;
    }

    boolean isFull() {
        return connected.size() >= most;
    }

    void add(String connection, LiveSource source) {
        connected.put(connection, source);
    }

    Optional<LiveSource> find(String connection) {
        return Optional.ofNullable(connected.get(connection));
    }

    void remove(String connection) {
        Optional.ofNullable(connected.remove(connection)).ifPresent(LiveSource::close);
    }

    public void bindTo(MeterRegistry registry) {
        Gauge.builder("faceline.live.connections", connected, Map::size)
                .description("Live sources that are connected")
                .register(registry);
    }
}

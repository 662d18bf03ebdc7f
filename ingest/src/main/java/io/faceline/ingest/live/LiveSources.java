package io.faceline.ingest.live;

import io.faceline.contracts.identity.SessionId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The connected cameras by connection, up to a maximum. Thread-safe. */
public final class LiveSources {
    private final Map<String, LiveSource> connected = new ConcurrentHashMap<>();
    private final int max;

    /** @param max maximum connections at a time */
    public LiveSources(int max) {
        this.max = max;
    }

    int max() {
        return max;
    }

    boolean isFull() {
        return connected.size() >= max;
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

    /** Ends the session's connections. */
    public void end(SessionId session) {
        connected.values().stream().filter(source -> source.isOf(session)).forEach(LiveSource::end);
    }

    public void bindTo(MeterRegistry registry) {
        Gauge.builder("faceline.live.connections", connected, Map::size)
                .description("Live sources that are connected")
                .register(registry);
    }
}

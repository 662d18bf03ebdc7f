package io.faceline.ingest.live;

import io.faceline.contracts.identity.SessionId;
import io.faceline.runtime.http.address.AddressShares;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The connected cameras by connection, up to a maximum of which each address has a share. Those that send nothing are
 * closed: they would keep places that others want. Thread-safe.
 */
public final class LiveSources {
    /** A page that is looked at sends several frames a second. */
    static final Duration MAX_SILENCE = Duration.ofSeconds(60);

    private final Map<String, LiveSource> connected = new ConcurrentHashMap<>();
    private final AddressShares places;

    /** @param places one for each connection */
    public LiveSources(AddressShares places) {
        this.places = places;
    }

    long max() {
        return places.units();
    }

    /** Whether another connection of this address would be accepted. */
    boolean isLeft(String address) {
        return places.isLeft(address);
    }

    /** False when no place is left for the source's address. */
    boolean add(String connection, LiveSource source) {
        if (!places.take(source.client().address())) {
            return false;
        }
        connected.put(connection, source);
        return true;
    }

    Optional<LiveSource> find(String connection) {
        return Optional.ofNullable(connected.get(connection));
    }

    void remove(String connection) {
        Optional.ofNullable(connected.remove(connection)).ifPresent(source -> {
            places.release(source.client().address());
            source.close();
        });
    }

    /** Closes the connections that have been silent for too long. */
    public void closeSilent() {
        connected.values().stream()
                .filter(source -> source.silence().compareTo(MAX_SILENCE) > 0)
                .forEach(LiveSource::closeSilent);
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

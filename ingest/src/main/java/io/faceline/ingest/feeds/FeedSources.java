package io.faceline.ingest.feeds;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The sources that send, up to a maximum. Who was silent for a minute gives its place away. Confined to the reading thread. */
final class FeedSources {
    static final Duration MAX_SILENCE = Duration.ofMinutes(1);

    private final FeedSettings settings;
    private final Map<String, FeedSource> sources = new ConcurrentHashMap<>();
    /** Looking for silent sources takes time, which a stranger with many names must not have. */
    private final WindowRate searches = new WindowRate(1, Duration.ofSeconds(1));

    FeedSources(FeedSettings settings) {
        this.settings = settings;
    }

    /** The source of this name; empty if it is new and there is no place. */
    Optional<FeedSource> find(String key, Instant now) {
        var known = sources.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        if (sources.size() >= settings.maxSources() && searches.take(now)) {
            sources.values().removeIf(source -> source.isIdle(now.minus(MAX_SILENCE)));
        }
        if (sources.size() >= settings.maxSources()) {
            return Optional.empty();
        }
        var source = new FeedSource(key, settings.framesPerSecond(), now);
        sources.put(key, source);
        return Optional.of(source);
    }

    /** By any thread. */
    int count() {
        return sources.size();
    }
}

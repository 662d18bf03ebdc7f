package io.faceline.ingest.feeds;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the pictures of writers whose clocks are wrong, and tells of them once a minute: their time counts for nothing,
 * since alerts would come too late, or for yesterday. Confined to the reading thread.
 */
final class WrongClocks {
    private static final Logger LOG = LoggerFactory.getLogger(WrongClocks.class);
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final FeedMetrics metrics;
    private Instant toldAt = Instant.EPOCH;
    private long untold;

    WrongClocks(FeedMetrics metrics) {
        this.metrics = metrics;
    }

    void look(String source, FeedRecord read) {
        read.wrongCapturedAt().ifPresent(said -> {
            metrics.wrongClock();
            untold++;
            if (!read.now().isBefore(toldAt.plus(INTERVAL))) {
                tell(source, read, said);
            }
        });
    }

    private void tell(String source, FeedRecord read, Instant said) {
        LOG.warn(
                "event=feed_clock_wrong source={} captured_at={} ahead_ms={} pictures={}",
                source,
                said,
                Duration.between(read.appendedAt(), said).toMillis(),
                untold);
        toldAt = read.now();
        untold = 0;
    }
}

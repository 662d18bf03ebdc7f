package io.faceline.web.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A token bucket per key, refilled steadily up to the burst. Limited in number: an idle bucket that is full again is
 * removed. Thread-safe.
 */
final class RateLimiter {
    private static final int MAX_KEYS = 100_000;

    private final Cache<String, Bucket> buckets;
    private final int perPeriod;
    private final Duration period;
    private final int burst;
    private final LongSupplier nanoTime;

    /** @param burst capacity of a bucket */
    RateLimiter(int perPeriod, Duration period, int burst, LongSupplier nanoTime) {
        this.perPeriod = perPeriod;
        this.period = period;
        this.burst = burst;
        this.nanoTime = nanoTime;
        Ticker ticker = nanoTime::getAsLong;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MAX_KEYS)
                .expireAfterAccess(
                        period.multipliedBy(burst).dividedBy(perPeriod).plusSeconds(1))
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    /** Takes one token of this key. Zero on success, otherwise the time until a token is available. */
    Duration take(String key) {
        var probe = buckets.get(key, unused -> full()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    /** Zero if a token of this key is available, otherwise the time until one is. Takes none. */
    Duration peek(String key) {
        var bucket = buckets.getIfPresent(key);
        return bucket == null
                ? Duration.ZERO
                : Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    /** Number of stored keys. */
    long size() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(perPeriod, period))
                .withCustomTimePrecision(new Meter(nanoTime))
                .build();
    }

    private record Meter(LongSupplier nanoTime) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return nanoTime.getAsLong();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}

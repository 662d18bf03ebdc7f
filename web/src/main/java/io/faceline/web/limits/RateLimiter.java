package io.faceline.web.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A bucket of tokens for each key, refilled steadily up to the burst. Bounded in number: one that was left alone until it
 * was full again is forgotten, and makes no difference. Safe for all threads.
 */
final class RateLimiter {
    private static final int MOST = 100_000;

    private final Cache<String, Bucket> buckets;
    private final int perPeriod;
    private final Duration period;
    private final int burst;
    private final LongSupplier nanoTime;

    /** @param burst how many may be taken at once by who was silent before */
    RateLimiter(int perPeriod, Duration period, int burst, LongSupplier nanoTime) {
        this.perPeriod = perPeriod;
        this.period = period;
        this.burst = burst;
        this.nanoTime = nanoTime;
        Ticker ticker = nanoTime::getAsLong;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(
                        period.multipliedBy(burst).dividedBy(perPeriod).plusSeconds(1))
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    /** Takes one token of this key. Zero when there was one, else how long until there is. */
    Duration take(String key) {
        var probe = buckets.get(key, unused -> full()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    /** How many keys are remembered, at most. */
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

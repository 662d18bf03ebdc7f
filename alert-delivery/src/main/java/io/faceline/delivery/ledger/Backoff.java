package io.faceline.delivery.ledger;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long is waited after failures: doubled each time, and up to a third less, so that receivers that failed together are not
 * tried together.
 *
 * @param first after the first failure
 */
public record Backoff(Duration first, Duration max, RandomGenerator random) {
    private static final int MAX_DOUBLINGS = 30;
    private static final double JITTER = 1 / 3.0;

    public static Backoff usual() {
        return new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5), RandomGenerator.getDefault());
    }

    /** @param failures from 1 */
    public Duration after(int failures) {
        var doublings = Math.min(MAX_DOUBLINGS, Math.max(0, failures - 1));
        var millis = Math.min((double) max.toMillis(), first.toMillis() * Math.pow(2, doublings));
        return Duration.ofMillis((long) (millis * (1 - JITTER * random.nextDouble())));
    }
}

package io.faceline.web.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
    private final AtomicLong now = new AtomicLong();
    private final RateLimiter buckets = new RateLimiter(10, Duration.ofSeconds(1), 20, now::get);

    @Test
    void burst_isTakenAtOnceAndRefillsSteadily() {
        for (var i = 0; i < 20; i++) {
            assertThat(buckets.take("anna")).isZero();
        }

        assertThat(buckets.take("anna")).isEqualTo(Duration.ofMillis(100));
        assertThat(buckets.take("ben")).isZero();

        now.addAndGet(Duration.ofMillis(100).toNanos());
        assertThat(buckets.take("anna")).isZero();
        assertThat(buckets.take("anna")).isPositive();
    }

    @Test
    void fullBucket_isForgotten() {
        buckets.take("anna");
        assertThat(buckets.size()).isEqualTo(1);

        now.addAndGet(Duration.ofSeconds(4).toNanos());

        assertThat(buckets.size()).isZero();
    }

    @Test
    void keysWithoutEnd_areBounded() {
        for (var i = 0; i < 110_000; i++) {
            buckets.take("session " + i);
        }

        assertThat(buckets.size()).isEqualTo(100_000);
    }
}

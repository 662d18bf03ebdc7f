package io.faceline.runtime.kafka.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LastPollTest {
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicReference<Instant> instant = new AtomicReference<>(Instant.EPOCH);
    private final LastPoll lastPoll = new LastPoll(Duration.ofSeconds(12), nanos::get, instant::get);

    @Test
    void isRecent_forTwelveSeconds() {
        nanos.addAndGet(Duration.ofSeconds(12).toNanos());
        assertThat(lastPoll.isRecent()).isTrue();
        nanos.addAndGet(1);
        assertThat(lastPoll.isRecent()).isFalse();

        lastPoll.polled();

        assertThat(lastPoll.isRecent()).isTrue();
    }

    @Test
    void maxAge_isALittleMoreThanTheSessionTimeout() {
        assertThat(LastPoll.maxAge(Duration.ofSeconds(10))).isEqualTo(Duration.ofSeconds(12));
        assertThat(LastPoll.maxAge(Duration.ofSeconds(6))).isEqualTo(Duration.ofSeconds(8));
        assertThat(LastPoll.maxAge(Duration.ofSeconds(45))).isEqualTo(Duration.ofSeconds(12));
    }

    @Test
    void isNotRecent_afterTheMachineSlept() {
        instant.set(Instant.EPOCH.plusSeconds(13));

        assertThat(lastPoll.isRecent()).isFalse();
    }

    @Test
    void clockThatIsSetBack_isNoSleep() {
        instant.set(Instant.EPOCH.minusSeconds(3600));

        assertThat(lastPoll.isRecent()).isTrue();
    }

    @Test
    void ownerOfWorkThatMustNotBeDoneByTwo_stopsBeforeItsSessionEnds() {
        assertThat(LastPoll.withinSession(Duration.ofSeconds(8))).isEqualTo(Duration.ofSeconds(5));
    }
}

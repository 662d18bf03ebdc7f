package io.faceline.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;

class PacedCommitsTest {
    private static final Duration INTERVAL = Duration.ofMillis(100);

    private final MockProcessorContext<String, Object> context = new MockProcessorContext<>();

    private PacedCommits start() {
        context.setCurrentSystemTimeMs(1_000_000);
        return PacedCommits.start(context, INTERVAL);
    }

    @Test
    void firstRequest_isGrantedAtOnce() {
        start().request();

        assertThat(context.committed()).isTrue();
    }

    @Test
    void requestsOfAMoment_shareACommit() {
        var commits = start();
        commits.request();
        context.resetCommit();

        for (var i = 0; i < 100; i++) {
            commits.request();
        }

        assertThat(context.committed()).isFalse();
        tick(INTERVAL.toMillis());
        assertThat(context.committed()).isTrue();
    }

    @Test
    void nothingIsCommitted_unlessSomebodyAsks() {
        var commits = start();
        commits.request();
        context.resetCommit();

        tick(INTERVAL.toMillis());
        tick(INTERVAL.toMillis());

        assertThat(context.committed()).isFalse();
    }

    @Test
    void clockSetBack_holdsNothingUp() {
        var commits = start();
        commits.request();
        context.resetCommit();

        context.setCurrentSystemTimeMs(context.currentSystemTimeMs() - 3_600_000);
        commits.request();

        assertThat(context.committed()).isTrue();
    }

    private void tick(long millis) {
        var now = context.currentSystemTimeMs() + millis;
        context.setCurrentSystemTimeMs(now);
        context.scheduledPunctuators()
                .forEach(scheduled -> scheduled.getPunctuator().punctuate(now));
    }
}

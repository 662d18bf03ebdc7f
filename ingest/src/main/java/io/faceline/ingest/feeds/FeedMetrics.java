package io.faceline.ingest.feeds;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.function.Supplier;

/** Counts what became of each record of {@code feeds}. Thread-safe. */
final class FeedMetrics implements MeterBinder {
    static final String SKIPPED = "SKIPPED";

    private final CompositeMeterRegistry meters = new CompositeMeterRegistry();
    private final Supplier<Number> sources;
    private final Supplier<Number> waitingBytes;

    FeedMetrics(Supplier<Number> sources, Supplier<Number> waitingBytes) {
        this.sources = sources;
        this.waitingBytes = waitingBytes;
        // So that records are counted before anybody asks.
        meters.add(new SimpleMeterRegistry());
    }

    void sent() {
        count("sent", "");
    }

    void dropped(String reason) {
        count("dropped", reason);
    }

    /** Counts records that were not read, since they were too old. */
    void skipped(long records) {
        counter("dropped", SKIPPED).increment((double) records);
    }

    void refused(String reason) {
        count("refused", reason);
    }

    /** Counts a dead letter that was not written, since there were too many. */
    void letterLeftOut() {
        Counter.builder("faceline.feeds.letters.left.out")
                .description("Refused records of feeds without a dead letter, since there were too many")
                .register(meters)
                .increment();
    }

    /** Counts a picture whose time of capture is not that which its writer says. */
    void wrongClock() {
        Counter.builder("faceline.feeds.clocks.wrong")
                .description("Pictures of feeds whose captured-at is not about the broker's time, and is not taken")
                .register(meters)
                .increment();
    }

    private void count(String outcome, String reason) {
        counter(outcome, reason).increment();
    }

    Counter counter(String outcome, String reason) {
        return Counter.builder("faceline.feeds.records")
                .description("Records of feeds: sent as frames, dropped or refused")
                .tag("outcome", outcome)
                .tag("reason", reason)
                .register(meters);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        meters.add(registry);
        Gauge.builder("faceline.feeds.sources", sources)
                .description("Sources of feeds that have a place")
                .register(registry);
        Gauge.builder("faceline.feeds.waiting.bytes", waitingBytes)
                .description("Bytes of the pictures of feeds that wait to be sent")
                .register(registry);
    }
}

package io.faceline.delivery.ledger;

import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.delivery.ReceiverId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what became of messages, by receiver. Thread-safe. */
public final class DeliveryMetrics implements MeterBinder {
    private static final String RECEIVER = "receiver";

    private final CompositeMeterRegistry registries = new CompositeMeterRegistry();
    private final Map<ReceiverId, AtomicLong> waiting = new ConcurrentHashMap<>();
    private final Map<ReceiverId, AtomicLong> up = new ConcurrentHashMap<>();

    void attempted(ReceiverId receiver) {
        registries
                .counter("faceline.deliveries.attempts", RECEIVER, receiver.value())
                .increment();
    }

    /** @param outcome delivered, set_aside, expired or dropped */
    void ended(ReceiverId receiver, String outcome) {
        registries
                .counter("faceline.deliveries", RECEIVER, receiver.value(), "outcome", outcome)
                .increment();
    }

    /** The receiver was told of the alert for the first time. */
    void opened(ReceiverId receiver, Alert alert, Instant now) {
        var time = Duration.between(alert.openedAt(), now);
        Timer.builder("faceline.deliveries.delay")
                .description("Time from the opening of an alert until the receiver accepted the first message about it")
                .tag(RECEIVER, receiver.value())
                .publishPercentileHistogram()
                .register(registries)
                .record(time.isNegative() ? Duration.ZERO : time);
    }

    /** Whether the last attempt reached the receiver. */
    void up(ReceiverId receiver, boolean isUp) {
        up.computeIfAbsent(
                        receiver,
                        id -> gauge(
                                id, "faceline.receivers.up", "1 if the last attempt reached the receiver, 0 if not"))
                .set(isUp ? 1 : 0);
    }

    void waiting(ReceiverId receiver, long messages) {
        waiting.computeIfAbsent(
                        receiver, id -> gauge(id, "faceline.deliveries.waiting", "Messages that wait for a receiver"))
                .set(messages);
    }

    private AtomicLong gauge(ReceiverId receiver, String name, String description) {
        var value = new AtomicLong();
        Gauge.builder(name, value, AtomicLong::get)
                .description(description)
                .tag(RECEIVER, receiver.value())
                .register(registries);
        return value;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        registries.add(registry);
    }
}

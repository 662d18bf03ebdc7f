package io.faceline.delivery.mqtt;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.faceline.runtime.concurrent.ConditionMonitor;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Collects what a broker has retained of ours, until it is quiet. Thread-safe. */
final class RetainedMessages {
    private static final int MAX_WAITS = 100;

    private final Topics topics;
    private final ConditionMonitor changes = new ConditionMonitor();
    private final AtomicLong number = new AtomicLong();

    @GuardedBy("this")
    private final Map<String, String> configs = new HashMap<>();

    @GuardedBy("this")
    private final Map<String, String> states = new HashMap<>();

    RetainedMessages(Topics topics) {
        this.topics = topics;
    }

    void got(BrokerSession.Got message) {
        if (message.retained() && !message.payload().isEmpty()) {
            put(message);
        }
        number.incrementAndGet();
        changes.announce();
    }

    private synchronized void put(BrokerSession.Got message) {
        var topic = message.topic();
        if (topics.isConfig(topic) && Reconciliation.isOurs(message.payload(), topics)) {
            configs.put(topic, message.payload());
        } else if (topics.isState(topic)) {
            states.put(topic, message.payload());
        }
    }

    /** Returns once nothing has come for so long; a thread that is interrupted waits no more. */
    Retained await(Duration quiet) throws InterruptedException {
        for (var wait = 0; wait < MAX_WAITS; wait++) {
            var seen = number.get();
            if (!changes.holdsWithin(quiet, () -> number.get() != seen)) {
                break;
            }
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        synchronized (this) {
            return new Retained(configs, states);
        }
    }
}

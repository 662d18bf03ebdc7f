package io.faceline.delivery.worker;

import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.delivery.Delivery;
import io.faceline.contracts.delivery.DeliveryRequest;
import io.faceline.contracts.delivery.LatePolicy;
import io.faceline.contracts.delivery.Receiver;
import io.faceline.contracts.delivery.ReceiverStatus;
import io.faceline.delivery.channel.Channel;
import io.faceline.delivery.channel.Outcome;
import io.faceline.delivery.ledger.Ledger;
import io.faceline.delivery.ledger.Turn;
import io.faceline.runtime.concurrent.ConditionMonitor;
import io.faceline.runtime.concurrent.DaemonThreads;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one receiver, one message at a time, on a thread of its own: a slow receiver holds no other up. What happens
 * meanwhile is taken into account once the attempt has ended. Thread-safe.
 */
final class ReceiverWorker {
    private static final Logger LOG = LoggerFactory.getLogger(ReceiverWorker.class);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final Duration OWNERSHIP_CHECK = Duration.ofMillis(500);
    private static final Duration END_TIMEOUT = Duration.ofSeconds(2);

    private final WorkerParts parts;
    private final Object lock = new Object();
    /** Used under the lock, as is what follows. */
    private final Ledger ledger;

    private @Nullable Channel channel;

    private final AtomicLong version = new AtomicLong();
    private final ConditionMonitor changes = new ConditionMonitor();
    private final Thread thread;
    private volatile boolean isClosed;

    ReceiverWorker(Receiver receiver, WorkerParts parts) {
        this.parts = parts;
        this.ledger = new Ledger(receiver, parts.ledger());
        this.thread = DaemonThreads.of("tell-" + receiver.id(), this::run);
    }

    /** @param known what it was told, and what waits */
    void start(Collection<Delivery> known, Optional<ReceiverStatus> status) {
        synchronized (lock) {
            ledger.restore(known, status);
            var receiver = ledger.receiver();
            ledger.late(open(receiver));
        }
        thread.start();
    }

    void heard(Alert alert) {
        final Optional<Channel> way;
        synchronized (lock) {
            ledger.heard(alert);
            way = Optional.ofNullable(channel);
        }
        way.ifPresent(open -> open.observed(alert));
        announce();
    }

    void requested(DeliveryRequest request) {
        synchronized (lock) {
            if (request instanceof DeliveryRequest.Test test) {
                ledger.test(test);
            } else if (request instanceof DeliveryRequest.Resend resend) {
                ledger.resend(resend);
            }
        }
        announce();
    }

    /** The receiver is another one under the same id; what it was told remains. */
    void changed(Receiver receiver) {
        final Optional<Channel> before;
        synchronized (lock) {
            if (ledger.receiver().equals(receiver)) {
                return;
            }
            before = Optional.ofNullable(channel);
            ledger.changed(receiver, open(receiver));
        }
        before.ifPresent(way -> end(way, receiver.enabled()));
        announce();
    }

    private static void end(Channel way, boolean isEnabled) {
        if (!isEnabled) {
            way.retire();
        }
        way.close();
    }

    /** Under the lock. Returns what becomes of old news on the way that is open now. */
    private LatePolicy open(Receiver receiver) {
        var way = receiver.enabled() ? parts.channels().open(receiver) : null;
        channel = way;
        if (way != null) {
            way.watch(problem -> found(way, problem));
        }
        return way == null ? receiver.late() : way.late(receiver);
    }

    private void found(Channel way, Optional<String> problem) {
        synchronized (lock) {
            if (way.equals(channel)) {
                ledger.found(problem);
            }
        }
        announce();
    }

    void forget(Instant before) {
        synchronized (lock) {
            ledger.forget(before);
        }
    }

    private void announce() {
        version.incrementAndGet();
        changes.announce();
    }

    private void run() {
        try {
            while (!isClosed) {
                step();
            }
        } catch (InterruptedException e) {
            LOG.debug(
                    "event=receiver_worker_ended thread={}",
                    Thread.currentThread().getName());
        } catch (RuntimeException | Error e) {
            LOG.error(
                    "event=receiver_worker_failed thread={}",
                    Thread.currentThread().getName(),
                    e);
            parts.failed().accept(e);
        }
    }

    private void step() throws InterruptedException {
        var seen = version.get();
        if (!parts.isOwner().getAsBoolean()) {
            await(seen, OWNERSHIP_CHECK);
            return;
        }
        final Turn turn;
        final Receiver receiver;
        final Optional<Channel> way;
        synchronized (lock) {
            turn = isClosed ? new Turn.Wait(Optional.empty()) : ledger.turn();
            receiver = ledger.receiver();
            way = Optional.ofNullable(channel);
        }
        if (turn instanceof Turn.Wait wait) {
            await(seen, timeUntil(wait.until()));
        } else if (turn instanceof Turn.Tell tell && way.isPresent()) {
            tell(receiver, way.get(), tell);
        } else if (turn instanceof Turn.Try tried) {
            tryOut(receiver, way, tried);
        }
    }

    private void tell(Receiver receiver, Channel way, Turn.Tell tell) throws InterruptedException {
        var message = Outbox.message(parts.messages(), receiver, tell, now());
        var outcome = way.deliver(message);
        log(receiver, message.message().id(), outcome);
        synchronized (lock) {
            // What was interrupted by a change, or by the end, is no failure of the receiver.
            var isInterrupted = !way.equals(channel) && !(outcome instanceof Outcome.Delivered);
            if (!isInterrupted) {
                ledger.came(tell, outcome);
            }
        }
    }

    private void tryOut(Receiver receiver, Optional<Channel> way, Turn.Try tried) throws InterruptedException {
        var message = Outbox.test(parts.messages(), receiver, tried, now());
        var used = way.orElseGet(() -> parts.channels().open(receiver));
        try {
            var outcome = used.deliver(message);
            log(receiver, message.message().id(), outcome);
            synchronized (lock) {
                ledger.came(tried, outcome);
            }
        } finally {
            if (way.isEmpty()) {
                end(used, false);
            }
        }
    }

    private static void log(Receiver receiver, String message, Outcome outcome) {
        if (outcome instanceof Outcome.Delivered) {
            LOG.debug("event=message_delivered receiver={} message={}", receiver.id(), message);
        } else {
            LOG.info(
                    "event=message_not_delivered receiver={} message={} reason=\"{}\"",
                    receiver.id(),
                    message,
                    outcome.reason());
        }
    }

    private Instant now() {
        return parts.ledger().clock().instant();
    }

    private Duration timeUntil(Optional<Instant> until) {
        return until.map(time -> Duration.between(now(), time))
                .filter(wait -> wait.compareTo(LONGEST_WAIT) < 0)
                .orElse(LONGEST_WAIT);
    }

    private void await(long seen, Duration time) {
        var unused = changes.holdsWithin(time, () -> version.get() != seen || isClosed);
    }

    /** The receiver was deleted: nothing is left of what it was told. */
    void delete() {
        final Optional<Channel> way;
        synchronized (lock) {
            way = Optional.ofNullable(channel);
        }
        way.ifPresent(Channel::retire);
        end();
        awaitEnd();
        synchronized (lock) {
            ledger.delete();
        }
    }

    /** Ends what is under way, soon. Nothing is written any more. */
    void end() {
        final Optional<Channel> way;
        synchronized (lock) {
            isClosed = true;
            way = Optional.ofNullable(channel);
            channel = null;
        }
        way.ifPresent(Channel::close);
        announce();
        thread.interrupt();
    }

    /** Once it was ended. */
    void awaitEnd() {
        try {
            thread.join(END_TIMEOUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

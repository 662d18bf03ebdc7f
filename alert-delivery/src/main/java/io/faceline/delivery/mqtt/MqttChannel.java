package io.faceline.delivery.mqtt;

import io.faceline.contracts.delivery.LatePolicy;
import io.faceline.contracts.delivery.Receiver;
import io.faceline.contracts.delivery.ReceiverTarget;
import io.faceline.delivery.channel.Channel;
import io.faceline.delivery.channel.Outcome;
import io.faceline.delivery.channel.Outgoing;
import io.faceline.runtime.concurrent.ConditionMonitor;
import io.faceline.runtime.concurrent.DaemonThreads;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stays connected to a broker, on a thread of its own: what is retained there is what is so now, and events are told while it
 * is connected. Thread-safe.
 */
final class MqttChannel implements Channel {
    private static final Logger LOG = LoggerFactory.getLogger(MqttChannel.class);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration BETWEEN_UPDATES = Duration.ofMillis(100);
    private static final Duration END_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration CLEAR_TIMEOUT = Duration.ofSeconds(2);

    private final Receiver receiver;
    private final ReceiverTarget.Mqtt target;
    private final Topics topics;
    private final BrokerParts parts;
    private final ConditionMonitor changes = new ConditionMonitor();
    private final Thread thread;
    /** Only used by the thread. */
    private boolean wasConnected;

    /** From when it is open. */
    private volatile @Nullable Connected opened;
    /** While the broker has what is wanted. */
    private volatile @Nullable Connected connected;

    private volatile String problem = "The broker is not connected yet";
    private volatile @Nullable Consumer<Optional<String>> watcher;
    private volatile boolean hasBirth;
    private volatile boolean isContradicted;
    private volatile boolean isMoved;
    private volatile boolean isClosed;

    private record Connected(BrokerSession session, Publisher publisher) {}

    MqttChannel(Receiver receiver, ReceiverTarget.Mqtt target, BrokerParts parts) {
        this.receiver = receiver;
        this.target = target;
        this.topics = Topics.of(target);
        this.parts = parts;
        this.thread = DaemonThreads.of("mqtt-" + receiver.id(), this::run);
    }

    MqttChannel start() {
        thread.start();
        return this;
    }

    boolean leadsTo(ReceiverTarget.Mqtt other) {
        return target.url().equals(other.url()) && Topics.of(other).equals(topics);
    }

    @Override
    public LatePolicy late(Receiver any) {
        return LatePolicy.DROP;
    }

    @Override
    public void watch(Consumer<Optional<String>> condition) {
        watcher = condition;
    }

    @Override
    public Outcome deliver(Outgoing message) throws InterruptedException {
        final EventMessage event;
        try {
            event = EventMessage.of(message, topics, now());
        } catch (IllegalArgumentException e) {
            return new Outcome.Refused(String.valueOf(e.getMessage()), Optional.empty());
        }
        var left = Duration.between(now(), event.until());
        if (left.isNegative()) {
            return new Outcome.Outdated("It was no news any more for a receiver that is told at once or not at all");
        }
        var way = awaitConnected(left);
        return way.isEmpty() ? new Outcome.Dropped(problem) : tell(way.get().session(), event);
    }

    private Optional<Connected> awaitConnected(Duration time) throws InterruptedException {
        var unused = changes.holdsWithin(time, () -> connected != null || isClosed);
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return Optional.ofNullable(connected);
    }

    /** Once it was sent it is not sent again, whether or not the broker says that it has come. */
    private Outcome tell(BrokerSession session, EventMessage event) throws InterruptedException {
        try {
            session.await(session.publish(event.topic(), event.payload().toByteArray(), false), EventMessage.NEWS);
            return new Outcome.Delivered();
        } catch (BrokerException e) {
            session.close();
            return new Outcome.Dropped(String.valueOf(e.getMessage()));
        }
    }

    private Instant now() {
        return parts.clock().instant();
    }

    private void run() {
        var watch = parts.worlds().watch(changes::announce);
        try {
            for (var failures = 0; !isClosed; failures = wasConnected ? 1 : failures + 1) {
                wasConnected = false;
                if (failures > 0) {
                    await(parts.backoff().after(failures), () -> isClosed);
                }
                connectAndKeep();
            }
        } catch (InterruptedException e) {
            LOG.debug("event=mqtt_ended receiver={}", receiver.id());
        } finally {
            watch.end();
        }
    }

    private void connectAndKeep() throws InterruptedException {
        try {
            parts.worlds().awaitKnown();
            connect();
        } catch (BrokerException e) {
            down(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.warn("event=mqtt_failed receiver={}", receiver.id(), e);
            down("What is to be shown cannot be read or written at the moment");
        }
    }

    private void connect() throws BrokerException, InterruptedException {
        var retained = new RetainedMessages(topics);
        var session = BrokerSession.open(
                parts.way(receiver, target),
                parts.tls(),
                topics.status(),
                message -> {
                    retained.got(message);
                    got(message);
                },
                changes::announce);
        var publisher = new Publisher(topics, session, retained);
        var way = new Connected(session, publisher);
        opened = way;
        try {
            publisher.reconcile(parts.quiet(), wanted());
            up(way);
            keep(session, publisher);
        } catch (BrokerException | RuntimeException e) {
            connected = null;
            opened = null;
            session.close();
            throw e;
        }
        // When it is interrupted, whoever ends this says goodbye.
    }

    private Retained wanted() {
        return Devices.of(parts.worlds().now(), topics, receiver);
    }

    private void keep(BrokerSession session, Publisher publisher) throws BrokerException, InterruptedException {
        while (!isClosed) {
            var seen = parts.worlds().version();
            publisher.update(wanted());
            if (hasBirth) {
                hasBirth = false;
                publisher.repeat();
            }
            if (isContradicted) {
                isContradicted = false;
                publisher.online();
            }
            await(BETWEEN_UPDATES, () -> isClosed || session.isLost());
            await(
                    TICK,
                    () -> isClosed
                            || hasBirth
                            || isContradicted
                            || session.isLost()
                            || parts.worlds().version() != seen);
            session.check();
        }
    }

    private void await(Duration time, BooleanSupplier condition) throws InterruptedException {
        var unused = changes.holdsWithin(time, condition);
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    /** Called by threads of the client. */
    private void got(BrokerSession.Got message) {
        var isOnline = message.payload().equals(Topics.ONLINE);
        if (message.topic().equals(topics.birth()) && isOnline && !message.retained()) {
            hasBirth = true;
            changes.announce();
        }
        // The will of a connection that the broker had not given up before.
        if (message.topic().equals(topics.status()) && !isOnline && connected != null) {
            isContradicted = true;
            changes.announce();
        }
    }

    private void up(Connected way) {
        wasConnected = true;
        connected = way;
        changes.announce();
        LOG.info("event=broker_connected receiver={}", receiver.id());
        tell(Optional.empty());
    }

    private void down(String why) {
        connected = null;
        if (!isClosed) {
            if (!why.equals(problem)) {
                LOG.warn("event=broker_not_connected receiver={} reason=\"{}\"", receiver.id(), why);
            }
            problem = why;
            tell(Optional.of(why));
        }
    }

    private void tell(Optional<String> condition) {
        var listener = watcher;
        if (listener != null && !isClosed) {
            listener.accept(condition);
        }
    }

    /** Clears all that the broker retains of ours, if it is connected. */
    @Override
    public void retire() {
        end(way -> way.publisher().clear(parts.quiet(), CLEAR_TIMEOUT));
    }

    /** The receiver has another broker, or other prefixes: nothing of it remains here once this is closed. */
    void moved() {
        isMoved = true;
    }

    /** Shows that this is offline. */
    @Override
    public void close() {
        if (isMoved) {
            retire();
        } else {
            end(way -> way.publisher().offline(END_TIMEOUT));
        }
    }

    /** What is done last. */
    @FunctionalInterface
    private interface Farewell {
        void say(Connected way) throws BrokerException, InterruptedException;
    }

    private synchronized void end(Farewell farewell) {
        if (isClosed) {
            return;
        }
        isClosed = true;
        changes.announce();
        thread.interrupt();
        try {
            thread.join(END_TIMEOUT.toMillis());
            var way = opened;
            if (way != null) {
                connected = null;
                opened = null;
                try {
                    farewell.say(way);
                } finally {
                    way.session().close();
                }
            }
        } catch (BrokerException e) {
            LOG.debug("event=broker_not_told_of_the_end receiver={} reason=\"{}\"", receiver.id(), e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

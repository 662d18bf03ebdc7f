package io.faceline.delivery.kafka;

import io.faceline.alerting.message.AlertMessages;
import io.faceline.alerting.message.PictureLink;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.delivery.DeliveryRequest;
import io.faceline.contracts.delivery.Receiver;
import io.faceline.contracts.delivery.ReceiverId;
import io.faceline.delivery.channel.Channels;
import io.faceline.delivery.ledger.Backoff;
import io.faceline.delivery.ledger.DeliveryMetrics;
import io.faceline.delivery.ledger.LedgerParts;
import io.faceline.delivery.worker.KnownState;
import io.faceline.delivery.worker.Receivers;
import io.faceline.delivery.worker.WorkerParts;
import io.faceline.runtime.concurrent.CloseableStack;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.health.HealthCheck;
import io.faceline.runtime.kafka.ConsumedRecord;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.runtime.kafka.TableReader;
import io.faceline.runtime.kafka.TopicReader;
import io.faceline.runtime.kafka.group.LastPoll;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells receivers of alerts, at least once: one instance of the group does, the others stand by. What a receiver was told is
 * state in the topic {@code deliveries}, so that whoever goes on sends nothing that was accepted. Thread-safe.
 */
public final class DeliverAlerts implements HealthCheck, AutoCloseable, MeterBinder {
    /** The consumer group, after the prefix of the installation. */
    public static final String GROUP = "alert-delivery";

    private static final Duration READ_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration WRITE_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration BETWEEN_FORGETTING = Duration.ofHours(1);

    private static final Duration LAST_WRITES = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(DeliverAlerts.class);

    private final CloseableStack open = new CloseableStack();
    private final KafkaSettings kafka;
    private final DeliveryMetrics metrics = new DeliveryMetrics();
    private final KafkaDeliveryLog log;
    private final KnownNames names;
    private final Receivers receivers;
    private final TopicReader<Receiver> receiverReader;
    private final TopicReader<DeliveryRequest> requestReader;
    private final AlertsReader alerts;
    private final List<Consumer<Throwable>> stopCallbacks = new CopyOnWriteArrayList<>();

    /** Messages, and how receivers are reached. */
    public record Parts(
            Channels channels, Optional<PictureLink> pictures, Optional<String> publicUrl, Backoff backoff) {}

    public DeliverAlerts(KafkaSettings kafka, Parts parts) {
        this.kafka = kafka;
        this.log = open.add(new KafkaDeliveryLog(kafka));
        this.names = open.add(new KnownNames(kafka));
        var clock = InstantSource.system();
        // A message of an owner that slept would come after newer ones of the next.
        var lastPoll = LastPoll.withinSession(kafka);
        var workers = new WorkerParts(
                new LedgerParts(log, metrics, parts.backoff(), clock),
                parts.channels(),
                new AlertMessages(names, parts.pictures(), parts.publicUrl()),
                lastPoll::isRecent,
                this::failed);
        var topics = kafka.topics().alerting();
        var memory = kafka.retention().alerts();
        this.receivers = new Receivers(workers, memory);
        this.receiverReader =
                open.add(new TopicReader<>(kafka, topics.receivers(), StartOffset.EARLIEST, this::receiver));
        this.requestReader =
                open.add(new TopicReader<>(kafka, topics.deliveryRequests(), StartOffset.EARLIEST, this::request));
        this.alerts = open.add(new AlertsReader(kafka, GROUP, new Owner(clock), lastPoll));
    }

    /** Registers a callback for when a bug ends the delivery, called on a separate thread. Set before the start. */
    public void onStop(Consumer<Throwable> callback) {
        stopCallbacks.add(callback);
        names.onStop(callback);
        receiverReader.onStop(callback);
        requestReader.onStop(callback);
        alerts.onStop(callback);
    }

    private void failed(Throwable cause) {
        stopCallbacks.forEach(callback -> callback.accept(cause));
    }

    /** Joins the group once receivers and names are known. */
    public void start() {
        names.start(READ_TIMEOUT);
        receiverReader.start();
        receiverReader.awaitCaughtUp(READ_TIMEOUT);
        requestReader.start();
        alerts.start();
    }

    private void receiver(ConsumedRecord<Receiver> read) {
        var receiver = read.value();
        if (receiver == null) {
            ReceiverId.parse(read.key()).ifPresent(receivers::remove);
        } else if (receiver.id().value().equals(read.key())) {
            receivers.put(receiver);
        }
    }

    private void request(ConsumedRecord<DeliveryRequest> read) {
        var request = read.value();
        if (request != null) {
            receivers.requested(request);
        }
    }

    private KnownState known() {
        var topics = kafka.topics().alerting();
        return new KnownState(
                TableReader.readOnce(kafka, topics.receivers(), READ_TIMEOUT),
                TableReader.readOnce(kafka, topics.deliveries(), READ_TIMEOUT),
                TableReader.readOnce(kafka, topics.receiverStates(), READ_TIMEOUT));
    }

    @Override
    public Health health() {
        return Health.merge(List.of(names.health(), receiverReader.health(), requestReader.health(), alerts.health()));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        metrics.bindTo(registry);
        log.bindTo(registry);
    }

    /** Leaves the group. Idempotent, bounded in time. */
    @Override
    public void close() {
        open.close();
    }

    /** Confined to the reading thread, but for the preparation. */
    private final class Owner implements AlertsOwner {
        private final InstantSource clock;
        private Instant forgotten;

        Owner(InstantSource clock) {
            this.clock = clock;
            this.forgotten = clock.instant();
        }

        @Override
        public Runnable prepare() {
            var state = known();
            return () -> {
                log.begin();
                receivers.take(state);
            };
        }

        @Override
        public void heard(Alert alert) {
            receivers.heard(alert);
        }

        @Override
        public void complete() {
            log.compact();
            log.awaitWritten(WRITE_TIMEOUT);
            if (forgotten.plus(BETWEEN_FORGETTING).isBefore(clock.instant())) {
                forgotten = clock.instant();
                receivers.forgetOld();
            }
        }

        @Override
        public void letGo() {
            receivers.letGo();
            try {
                log.awaitWritten(LAST_WRITES);
            } catch (KafkaException e) {
                LOG.debug("event=last_deliveries_not_written", e);
            }
        }
    }
}

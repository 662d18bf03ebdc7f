package io.faceline.delivery;

import io.faceline.contracts.delivery.Delivery;
import io.faceline.contracts.delivery.DeliveryRequest;
import io.faceline.contracts.delivery.Receiver;
import io.faceline.contracts.delivery.ReceiverId;
import io.faceline.contracts.delivery.ReceiverStatus;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.topic.AlertTopics;
import io.faceline.contracts.topic.Topic;
import io.faceline.delivery.ledger.Backoff;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.RecordSender;
import io.faceline.runtime.kafka.TableReader;
import io.faceline.runtime.secrets.StoredSecrets;
import io.faceline.runtime.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The topics of an installation, and services that deliver from them. Not thread-safe. */
final class TestDeliveries implements AutoCloseable {
    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final KafkaSettings kafka;
    private final AlertTopics topics;
    private final RecordSender sender;
    private final TableReader<Delivery> deliveries;
    private final TableReader<ReceiverStatus> statuses;
    private final TableReader<Receiver> receivers;

    TestDeliveries(KafkaSettings kafka) {
        this.kafka = kafka;
        this.topics = kafka.topics().alerting();
        this.sender = new RecordSender(kafka, "test-sender");
        this.deliveries = new TableReader<>(kafka, topics.deliveries());
        this.statuses = new TableReader<>(kafka, topics.receiverStates());
        this.receivers = new TableReader<>(kafka, topics.receivers());
        deliveries.start();
        statuses.start();
        receivers.start();
    }

    /** Started; attempts end after this time. */
    DeliveryService service(KafkaSettings instance, Duration timeout) {
        var secrets = StoredSecrets.of(new Settings(Map.of("FACELINE_SECRET_HOOK", SECRET)));
        var settings = new DeliverySettings(Optional.empty(), true, timeout);
        var backoff = new Backoff(Duration.ofMillis(50), Duration.ofMillis(400), new Random(7));
        var service = new DeliveryService(settings, instance, secrets, backoff);
        service.start();
        return service;
    }

    DeliveryService service() {
        return service(kafka, Duration.ofSeconds(15));
    }

    void write(SampleReceiver receiver) {
        write(topics.receivers(), receiver.id(), receiver.receiver());
    }

    void delete(ReceiverId receiver) {
        write(topics.receivers(), receiver.value(), null);
    }

    void write(SampleAlert alert) {
        write(topics.alerts(), alert.id().value(), alert.alert());
    }

    void write(Person person) {
        write(kafka.topics().people(), person.id().value(), person);
    }

    void test(ReceiverId receiver, String id) {
        write(topics.deliveryRequests(), receiver.value(), new DeliveryRequest.Test(id, receiver, Instant.now()));
    }

    void resend(ReceiverId receiver) {
        var request = new DeliveryRequest.Resend("resend-1", receiver, Instant.now(), null, null, null);
        write(topics.deliveryRequests(), receiver.value(), request);
    }

    <V> void write(Topic<V> topic, String key, @Nullable V value) {
        sender.send(topic, key, value, null).join();
    }

    Optional<Delivery> of(SampleReceiver receiver, SampleAlert alert) {
        return deliveries.get(Delivery.key(new ReceiverId(receiver.id()), alert.id()));
    }

    /** Waits until that many deliveries are as the test says. */
    void awaitDeliveries(long number, Predicate<Delivery> condition) {
        deliveries.await(all -> all.values().stream().filter(condition).count() == number, TIMEOUT);
    }

    void awaitStatus(String receiver, Predicate<ReceiverStatus> condition) {
        statuses.await(all -> all.containsKey(receiver) && condition.test(all.get(receiver)), TIMEOUT);
    }

    void awaitReceiver(String receiver, Predicate<Receiver> condition) {
        receivers.await(all -> all.containsKey(receiver) && condition.test(all.get(receiver)), TIMEOUT);
    }

    void awaitNoStatus(String receiver) {
        statuses.await(all -> !all.containsKey(receiver), TIMEOUT);
    }

    @Override
    public void close() {
        deliveries.close();
        statuses.close();
        receivers.close();
        sender.close();
    }
}

package io.faceline.delivery;

import io.faceline.alerting.message.PictureLink;
import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.topic.Topics;
import io.faceline.delivery.kafka.DeliverAlerts;
import io.faceline.delivery.ledger.Backoff;
import io.faceline.delivery.mqtt.Brokers;
import io.faceline.delivery.webhook.Webhooks;
import io.faceline.delivery.world.KafkaWorld;
import io.faceline.runtime.concurrent.CloseableStack;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.network.AddressRules;
import io.faceline.runtime.network.HostResolver;
import io.faceline.runtime.secrets.StoredSecrets;
import io.faceline.runtime.service.Service;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.Consumer;

/** Tells receivers of alerts by webhooks and MQTT. Thread-safe. */
public final class DeliveryService implements Service {
    private final CloseableStack open = new CloseableStack();
    private final KafkaWorld world;
    private final DeliverAlerts delivery;

    public DeliveryService(DeliverySettings settings, KafkaSettings kafka, StoredSecrets secrets) {
        this(settings, kafka, secrets, Backoff.usual());
    }

    DeliveryService(DeliverySettings settings, KafkaSettings kafka, StoredSecrets secrets, Backoff backoff) {
        var webhooks = open.add(new Webhooks(secrets, settings.allowsLocal(), settings.webhookTimeout()));
        var pictures = secrets.derived(PictureLink.PURPOSE).map(PictureLink::new);
        var hosts = new HostResolver(new AddressRules(settings.allowsLocal()), "receivers", Webhooks.LOCAL_ADDRESSES);
        this.world = open.add(new KafkaWorld(kafka));
        var channels = new ChannelsByTarget(webhooks, new Brokers(secrets, hosts, world));
        var parts = new DeliverAlerts.Parts(channels, pictures, settings.publicUrl(), backoff);
        this.delivery = open.add(new DeliverAlerts(kafka, parts));
    }

    @Override
    public void start() {
        delivery.start();
    }

    @Override
    public void onStop(Consumer<Throwable> callback) {
        world.onStop(callback);
        delivery.onStop(callback);
    }

    @Override
    public List<Topic<?>> topics(Topics all) {
        var alerting = all.alerting();
        return List.of(
                all.people(),
                all.cameras(),
                all.cameraStates(),
                all.tracks(),
                alerting.rules(),
                alerting.watchLists(),
                alerting.alerts(),
                alerting.receivers(),
                alerting.receiverStates(),
                alerting.deliveryRequests(),
                alerting.deliveries());
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        delivery.bindTo(registry);
    }

    @Override
    public Health health() {
        return Health.merge(List.of(delivery.health(), world.health()));
    }

    @Override
    public void close() {
        open.close();
    }
}

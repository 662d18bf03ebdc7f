package io.faceline.delivery.mqtt;

import com.hivemq.client.mqtt.MqttClientSslConfig;
import io.faceline.contracts.delivery.Receiver;
import io.faceline.contracts.delivery.ReceiverTarget;
import io.faceline.delivery.channel.Channel;
import io.faceline.delivery.ledger.Backoff;
import io.faceline.delivery.world.Worlds;
import io.faceline.runtime.network.HostResolver;
import io.faceline.runtime.secrets.StoredSecrets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** Opens the ways to brokers. Thread-safe. */
public final class Brokers {
    private static final Duration QUIET = Duration.ofMillis(500);

    private final BrokerParts parts;
    private final Map<String, MqttChannel> latest = new ConcurrentHashMap<>();

    /** @param hosts finds and checks addresses */
    public Brokers(StoredSecrets secrets, HostResolver hosts, Worlds worlds) {
        this(new BrokerParts(
                secrets,
                hosts,
                MqttClientSslConfig.builder().build(),
                worlds,
                new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1), RandomGenerator.getDefault()),
                QUIET,
                InstantSource.system()));
    }

    Brokers(BrokerParts parts) {
        this.parts = parts;
    }

    /** What the receiver showed elsewhere before is cleared there. */
    public Channel open(Receiver receiver, ReceiverTarget.Mqtt target) {
        var channel = new MqttChannel(receiver, target, parts);
        var before = latest.put(receiver.id().value(), channel);
        if (before != null && !before.leadsTo(target)) {
            before.moved();
        }
        return channel.start();
    }
}

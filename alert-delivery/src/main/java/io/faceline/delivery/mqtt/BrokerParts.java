package io.faceline.delivery.mqtt;

import com.hivemq.client.mqtt.MqttClientSslConfig;
import io.faceline.contracts.Sha256;
import io.faceline.contracts.delivery.Receiver;
import io.faceline.contracts.delivery.ReceiverTarget;
import io.faceline.contracts.delivery.StoredSecret;
import io.faceline.delivery.ledger.Backoff;
import io.faceline.delivery.world.Worlds;
import io.faceline.runtime.network.HostException;
import io.faceline.runtime.network.HostResolver;
import io.faceline.runtime.secrets.StoredSecrets;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What all brokers share.
 *
 * @param backoff between connections
 * @param quiet after which nothing more is retained than what has come
 */
record BrokerParts(
        StoredSecrets secrets,
        HostResolver hosts,
        MqttClientSslConfig tls,
        Worlds worlds,
        Backoff backoff,
        Duration quiet,
        InstantSource clock) {
    private static final int CLIENT_DIGITS = 12;

    /**
     * How a broker is connected.
     *
     * @param number of the host, which was checked
     * @param client the id, the same for all instances: the broker ends the connection of one that was frozen
     */
    record Way(BrokerAddress address, InetAddress number, Optional<SignIn> signIn, String client) {}

    Way way(Receiver receiver, ReceiverTarget.Mqtt target) throws BrokerException, InterruptedException {
        var address = BrokerAddress.parse(target.url());
        var client =
                "faceline-" + Sha256.hex(receiver.id() + "\n" + target.prefix()).substring(0, CLIENT_DIGITS);
        try {
            return new Way(address, hosts.resolve(address.host()), signIn(receiver, target), client);
        } catch (HostException e) {
            throw new BrokerException(String.valueOf(e.getMessage()));
        }
    }

    private Optional<SignIn> signIn(Receiver receiver, ReceiverTarget.Mqtt target) throws BrokerException {
        var stored = target.signIn();
        return stored == null ? Optional.empty() : Optional.of(SignIn.parse(text(receiver, stored)));
    }

    private String text(Receiver receiver, StoredSecret stored) throws BrokerException {
        return secrets.find(stored.secret(), stored.encrypted(), receiver.id().value())
                .orElseThrow(() -> new BrokerException(StoredSecrets.reason(stored.secret())));
    }
}

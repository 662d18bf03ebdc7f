package io.faceline.delivery.mqtt;

import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttClientTransportConfig;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a broker (MQTT 5), which is over when it breaks: nothing is kept for another one. Thread-safe.
 */
final class BrokerSession implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);
    private static final int KEEP_ALIVE_SECONDS = 20;

    private final Mqtt5AsyncClient client;
    private final AtomicReference<@Nullable String> lost;

    /** @param retained whether it was kept from before */
    record Got(String topic, String payload, boolean retained) {}

    private BrokerSession(Mqtt5AsyncClient client, AtomicReference<@Nullable String> lost) {
        this.client = client;
        this.lost = lost;
    }

    /**
     * Connects to the number, whose certificate must show the name.
     *
     * @param got is told of messages, by threads of the client
     * @param onLost is called when the connection is over
     */
    static BrokerSession open(
            BrokerParts.Way way, MqttClientSslConfig tls, String will, Consumer<Got> got, Runnable onLost)
            throws BrokerException, InterruptedException {
        var lost = new AtomicReference<@Nullable String>();
        var client = Mqtt5Client.builder()
                .identifier(way.client())
                .transportConfig(transport(way, tls))
                .addDisconnectedListener(context -> {
                    lost.compareAndSet(null, BrokerFaults.reason(context.getCause()));
                    onLost.run();
                })
                .buildAsync();
        client.publishes(
                MqttGlobalPublishFilter.ALL,
                publish -> got.accept(new Got(
                        publish.getTopic().toString(),
                        new String(publish.getPayloadAsBytes(), StandardCharsets.UTF_8),
                        publish.isRetain())));
        var session = new BrokerSession(client, lost);
        try {
            session.await(session.connect(way, will), CONNECT_TIMEOUT.plusSeconds(5));
            return session;
        } catch (BrokerException | InterruptedException e) {
            session.close();
            throw e;
        }
    }

    /** All of it here: a setting beside it, such as that of TLS, would be ignored. */
    private static MqttClientTransportConfig transport(BrokerParts.Way way, MqttClientSslConfig tls) {
        return MqttClientTransportConfig.builder()
                .serverAddress(new InetSocketAddress(named(way), way.address().port()))
                .sslConfig(way.address().isTls() ? tls : null)
                .socketConnectTimeout(CONNECT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .mqttConnectTimeout(CONNECT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .build();
    }

    /** The number is what is connected; the name goes with it for the certificate. */
    private static InetAddress named(BrokerParts.Way way) {
        try {
            return InetAddress.getByAddress(way.address().host(), way.number().getAddress());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("a number is a number", e);
        }
    }

    private CompletableFuture<?> connect(BrokerParts.Way way, String will) {
        var connect = client.connectWith()
                .cleanStart(true)
                .sessionExpiryInterval(0)
                .keepAlive(KEEP_ALIVE_SECONDS)
                .willPublish()
                .topic(will)
                .qos(MqttQos.AT_LEAST_ONCE)
                .retain(true)
                .payload(Topics.OFFLINE.getBytes(StandardCharsets.UTF_8))
                .applyWillPublish();
        way.signIn().ifPresent(signIn -> connect.simpleAuth()
                .username(signIn.user())
                .password(signIn.password().getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth());
        return connect.send();
    }

    /** Without acknowledgements: brokers retain more than they keep for one who must acknowledge. */
    void subscribe(String filter) throws BrokerException, InterruptedException {
        await(
                client.subscribeWith()
                        .topicFilter(filter)
                        .qos(MqttQos.AT_MOST_ONCE)
                        .send(),
                ANSWER_TIMEOUT);
    }

    void unsubscribe(String filter) throws BrokerException, InterruptedException {
        await(client.unsubscribeWith().topicFilter(filter).send(), ANSWER_TIMEOUT);
    }

    /** Done when the broker has accepted it. Fails when the connection breaks. */
    CompletableFuture<?> publish(String topic, byte[] payload, boolean isRetained) {
        return client.publish(Mqtt5Publish.builder()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .retain(isRetained)
                .payload(payload)
                .build());
    }

    void await(CompletableFuture<?> answer, Duration time) throws BrokerException, InterruptedException {
        try {
            answer.get(Math.max(1, time.toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new BrokerException("The broker did not answer in time");
        } catch (ExecutionException e) {
            throw new BrokerException(BrokerFaults.reason(e.getCause()));
        }
    }

    boolean isLost() {
        return lost.get() != null;
    }

    /** @throws BrokerException if it is lost, which says why */
    void check() throws BrokerException {
        var reason = lost.get();
        if (reason != null) {
            throw new BrokerException(reason);
        }
    }

    /** Says goodbye, so that no will is told. Idempotent, bounded in time. */
    @Override
    public void close() {
        try {
            client.disconnect().get(CLOSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            lost.compareAndSet(null, "The connection was closed");
        }
    }
}

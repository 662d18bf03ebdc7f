package io.faceline.delivery.mqtt;

import com.fasterxml.jackson.databind.JsonNode;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3Client;
import io.faceline.contracts.serde.Mappers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** In the role of Home Assistant: sees all topics, with MQTT 3.1.1, and connects again. Thread-safe. */
public final class Subscriber implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final String END = "end";

    private final Mqtt3AsyncClient client;
    private volatile boolean isClosed;
    private final Map<String, String> latest = new ConcurrentHashMap<>();
    private final List<Message> all = new CopyOnWriteArrayList<>();

    /** @param retained whether it was there before */
    public record Message(String topic, String payload, boolean retained) {}

    private Subscriber(int port) {
        client = Mqtt3Client.builder()
                .serverHost("127.0.0.1")
                .serverPort(port)
                .automaticReconnect()
                .initialDelay(100, TimeUnit.MILLISECONDS)
                .maxDelay(200, TimeUnit.MILLISECONDS)
                .applyAutomaticReconnect()
                .addDisconnectedListener(context -> context.getReconnector().reconnect(!isClosed))
                .addConnectedListener(context -> subscribe())
                .buildAsync();
        client.publishes(MqttGlobalPublishFilter.ALL, publish -> {
            var topic = publish.getTopic().toString();
            var payload = new String(publish.getPayloadAsBytes(), StandardCharsets.UTF_8);
            if (payload.isEmpty()) {
                latest.remove(topic);
            } else {
                latest.put(topic, payload);
            }
            all.add(new Message(topic, payload, publish.isRetain()));
        });
    }

    private void subscribe() {
        var unused = client.subscribeWith().topicFilter("#").send();
    }

    public static Subscriber of(Mosquitto broker) {
        var subscriber = new Subscriber(broker.port());
        subscriber.client.connect().join();
        return subscriber;
    }

    /** What a new subscriber gets, by topic: what the broker retains. */
    public static Map<String, String> retained(Mosquitto broker) {
        try (var subscriber = of(broker)) {
            // What is retained comes before what is published after the subscription.
            subscriber.client.subscribeWith().topicFilter("#").send().join();
            subscriber.publish(END, "of what is retained", false);
            subscriber.await(END, payload -> true);
            return subscriber.latest();
        }
    }

    public void publish(String topic, String payload, boolean isRetained) {
        client.publishWith()
                .topic(topic)
                .payload(payload.getBytes(StandardCharsets.UTF_8))
                .retain(isRetained)
                .send()
                .join();
    }

    public Map<String, String> latest() {
        var now = new HashMap<>(latest);
        now.remove(END);
        return Map.copyOf(now);
    }

    public List<Message> all() {
        return List.copyOf(all);
    }

    public long events() {
        return all.stream()
                .filter(message -> message.topic().contains("/events/"))
                .count();
    }

    public void await(String topic, Predicate<String> condition) {
        Awaitility.await(topic)
                .atMost(TIMEOUT)
                .until(() -> latest.containsKey(topic) && condition.test(latest.get(topic)));
    }

    public void await(String topic, String payload) {
        await(topic, payload::equals);
    }

    public void awaitGone(String topic) {
        Awaitility.await(topic).atMost(TIMEOUT).until(() -> !latest.containsKey(topic));
    }

    public JsonNode json(String topic) throws Exception {
        return Mappers.JSON.readTree(latest.getOrDefault(topic, "null"));
    }

    @Override
    public void close() {
        isClosed = true;
        // A broker that is away need not be left.
        client.disconnect().exceptionally(fault -> null).join();
    }
}

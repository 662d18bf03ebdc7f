package io.faceline.systemtests.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.sun.net.httpserver.HttpServer;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.delivery.Delivery;
import io.faceline.contracts.delivery.DeliveryRequest;
import io.faceline.contracts.delivery.DeliveryState;
import io.faceline.contracts.delivery.ReceiverId;
import io.faceline.contracts.delivery.ReceiverStatus;
import io.faceline.contracts.serde.Mappers;
import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.runtime.kafka.ConsumedRecord;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.RecordSender;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.runtime.kafka.TopicReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** A webhook, messages that it did not take, and what a camera saw. Thread-safe. */
final class WrittenDeliveries implements AutoCloseable {
    private final KafkaSettings kafka;
    private final RecordSender sender;
    private final TopicReader<DeliveryRequest> reader;
    private final HttpServer server;
    private final Queue<String> received = new ConcurrentLinkedQueue<>();
    private final Queue<DeliveryRequest> asked = new ConcurrentLinkedQueue<>();

    WrittenDeliveries(KafkaSettings kafka) {
        this.kafka = kafka;
        sender = new RecordSender(kafka, "written-deliveries");
        server = serve();
        reader = new TopicReader<>(
                kafka, kafka.topics().alerting().deliveryRequests(), StartOffset.LATEST, this::onRequest);
        reader.start();
    }

    private HttpServer serve() {
        try {
            var made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            made.createContext("/hook", exchange -> {
                received.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
            });
            made.start();
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the webhook. */
    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    /** The bodies that the webhook got. */
    List<String> received() {
        return List.copyOf(received);
    }

    /** What the page asked of alert-delivery. */
    List<DeliveryRequest> asked() {
        return List.copyOf(asked);
    }

    /** A message that the receiver did not take. */
    void failed(String receiver, String alert) {
        var delivery = new Delivery(
                new ReceiverId(receiver),
                new AlertId(alert),
                DeliveryState.SET_ASIDE,
                0,
                null,
                null,
                List.of(),
                3,
                null,
                null,
                "it answered 422: the field \"room\" is missing",
                now());
        write(kafka.topics().alerting().deliveries(), delivery.key(), delivery);
    }

    void status(String receiver, boolean isUp, @Nullable String reason, long waiting, @Nullable Long clockAhead) {
        write(
                kafka.topics().alerting().receiverStates(),
                receiver,
                new ReceiverStatus(
                        new ReceiverId(receiver), isUp, reason, now(), waiting, clockAhead, null, null, now()));
    }

    /** Somebody unknown was in front of the camera for some seconds. */
    void stranger(String camera, int secondsAgo) {
        for (var second = 0; second <= 5; second++) {
            write(kafka.topics().tracks(), camera, track(camera, now().minusSeconds(secondsAgo), second));
        }
    }

    private static TrackUpdate track(String camera, Instant first, int second) {
        var session = new CameraId(camera).session();
        var sequence = second * 5;
        var json = """
                {"id":"%1$s/1/0","source":"%1$s","session":"%2$s","number":1,"phase":"%3$s","revision":%4$d,
                 "first":{"frame":"%1$s/1","sequence":1,"position":null,"capturedAt":"%5$s"},
                 "last":{"frame":"%1$s/%6$d","sequence":%6$d,"position":null,"capturedAt":"%7$s"},"frames":%4$d,
                 "identity":{"decision":"unknown","person":null,"matches":0,"goodLooks":%4$d,"similarity":0.1,
                 "threshold":0.4,"modelId":"m","galleryVersion":1},"former":null,
                 "shot":{"frame":"%1$s/1","sequence":1,"seconds":0.0,"box":{"x":0.1,"y":0.2,"w":0.2,"h":0.3},
                 "quality":{"score":0.8,"sizePixels":152.0,"sharpness":0.7,"brightness":0.5,"yaw":1.0,"pitch":1.0,
                 "roll":0.0,"recognisability":0.8},"score":0.8,"reasons":[]},"end":null}""".formatted(
                        camera,
                        session,
                        second == 0 ? "NEW" : "UPDATE",
                        sequence + 1,
                        first,
                        sequence + 1,
                        first.plusSeconds(second));
        try {
            return Mappers.JSON.readValue(json, TrackUpdate.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private void onRequest(ConsumedRecord<DeliveryRequest> read) {
        var request = read.value();
        if (request == null) {
            return;
        }
        asked.add(request);
    }

    private <T> void write(Topic<T> topic, String key, T value) {
        var unused = sender.send(topic, key, value, null).join();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public void close() {
        reader.close();
        sender.close();
        server.stop(0);
    }
}

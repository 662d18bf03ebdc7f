package io.faceline.systemtests.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faceline.contracts.Blob;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertChange;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.alert.AlertPicture;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.WatchList;
import io.faceline.contracts.serde.Mappers;
import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.runtime.kafka.BatchingProfile;
import io.faceline.runtime.kafka.ClientProperties;
import io.faceline.runtime.kafka.ConsumedRecord;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.RecordSender;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.runtime.kafka.TopicReader;
import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.streams.DeadLetters;
import io.faceline.standalone.broker.ClientLogin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes alerts, dead letters and what they name, and does what is said of alerts, as the stages do. */
final class AlertTopics implements AutoCloseable {
    private final KafkaSettings kafka;
    private final RecordSender sender;
    private final TopicReader<AlertChange> reader;
    private final Map<AlertId, Alert> alerts = new ConcurrentHashMap<>();

    AlertTopics(ClientLogin login, String prefix) {
        var environment = new HashMap<>(login.environment());
        environment.put("FACELINE_TOPIC_PREFIX", prefix);
        kafka = KafkaSettings.from(new Settings(environment));
        sender = new RecordSender(kafka, "test-alerts");
        reader = new TopicReader<>(kafka, kafka.topics().alerting().changes(), StartOffset.LATEST, this::onChange);
        reader.start();
    }

    void rule(String json) {
        var rule = read(json, AlertRule.class);
        write(kafka.topics().alerting().rules(), rule.id().value(), rule);
    }

    void list(String json) {
        var list = read(json, WatchList.class);
        write(kafka.topics().alerting().watchLists(), list.id().value(), list);
    }

    void alert(String json) {
        var alert = read(json, Alert.class);
        alerts.put(alert.id(), alert);
        write(kafka.topics().alerting().alerts(), alert.id().value(), alert);
    }

    void picture(String alert) {
        var picture = new AlertPicture(
                new FrameId("door/1-1"), Blob.wrap(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0}));
        write(kafka.topics().alerting().shots(), alert, picture);
    }

    void track(TrackUpdate track) {
        write(kafka.topics().tracks(), track.source(), track);
    }

    /** @return the id */
    String letter(String topic, String content) throws ExecutionException, InterruptedException {
        var letters = kafka.topics().deadLetters().name();
        var letter = new ProducerRecord<byte[], byte[]>(letters, null, content.getBytes(StandardCharsets.UTF_8));
        DeadLetters.addHeaders(
                letter.headers(),
                "matcher",
                new IllegalStateException("it is broken"),
                letters.replace("dead-letters", topic),
                0,
                17);
        try (var producer = new KafkaProducer<>(
                ClientProperties.producer(kafka, "test-letters", BatchingProfile.LOW_LATENCY),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            return Long.toString(producer.send(letter).get().offset());
        }
    }

    private void onChange(ConsumedRecord<AlertChange> read) {
        var change = read.value();
        var alert = change == null ? null : alerts.get(change.alert());
        if (alert == null) {
            return;
        }
        var json = Mappers.JSON.valueToTree(alert);
        if (json instanceof ObjectNode changed) {
            changed.put("revision", alert.revision() + 1);
            if (change instanceof AlertChange.Acknowledge said) {
                changed.putObject("acknowledged")
                        .put("by", said.by())
                        .put("at", said.at().toString());
            } else if (change instanceof AlertChange.Correct said) {
                changed.put("state", "CLOSED")
                        .put("reason", "CORRECTED")
                        .put("was", said.not().value());
            } else {
                changed.put("state", "OPEN").remove("reason");
                changed.remove("was");
            }
            alert(changed.toString());
        }
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return Mappers.JSON.readValue(json, type);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private <T> void write(Topic<T> topic, String key, T value) {
        sender.send(topic, key, value, null).join();
    }

    @Override
    public void close() {
        reader.close();
        sender.close();
    }
}

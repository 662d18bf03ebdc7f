package io.faceline.systemtests.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faceline.contracts.Blob;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertChange;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.alert.AlertPicture;
import io.faceline.contracts.alert.AlertScope;
import io.faceline.contracts.alert.AlertSubject;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.rule.WatchList;
import io.faceline.contracts.serde.Mappers;
import io.faceline.contracts.topic.Topic;
import io.faceline.runtime.kafka.BatchingProfile;
import io.faceline.runtime.kafka.ClientProperties;
import io.faceline.runtime.kafka.ConsumedRecord;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.RecordSender;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.runtime.kafka.TableReader;
import io.faceline.runtime.kafka.TopicReader;
import io.faceline.runtime.streams.DeadLetters;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes alerts, and follows what is said of them, as alerts-stream does. Thread-safe. */
final class WrittenAlerts implements AutoCloseable {
    static final RuleId RULE = new RuleId("staff");

    private final KafkaSettings kafka;
    private final RecordSender sender;
    private final TopicReader<AlertChange> reader;
    private final Map<AlertId, Alert> alerts = new ConcurrentHashMap<>();
    /** Before they were corrected. */
    private final Map<AlertId, Alert> corrected = new ConcurrentHashMap<>();

    private volatile @Nullable AlertPicture picture;

    WrittenAlerts(KafkaSettings kafka) {
        this.kafka = kafka;
        sender = new RecordSender(kafka, "written-alerts");
        reader = new TopicReader<>(kafka, kafka.topics().alerting().changes(), StartOffset.LATEST, this::onChange);
        reader.start();
        write(kafka.topics().alerting().watchLists(), "team", read("""
                {"id":"team","name":"Team","colour":"#d33a2c","owner":"Eve","people":[],"changedAt":"2026-11-28T09:00:00Z"}""", WatchList.class));
        write(kafka.topics().alerting().rules(), RULE.value(), read("""
                {"id":"staff","revision":1,"name":"Staff at the front door","enabled":true,"who":{"kind":"listed","list":"team"},
                 "where":{"sources":[],"groups":[],"jobs":[],"per":"SOURCE"},"zone":"Asia/Tokyo","hours":[],
                 "sure":{"afterSeconds":1.0,"goodLooks":1,"matches":1,"uncertain":false,"levels":[]},
                 "limits":{"holdSeconds":40,"silenceSeconds":600,"longestSeconds":86400,"lid":10,"first":"NO",
                 "dayBegins":"00:00:00"},"priority":"NORMAL","changedAt":"2026-11-28T09:00:00Z"}""", AlertRule.class));
    }

    /** The person of the shared gallery with this name. */
    Person person(String name) {
        Map<String, Person> people = TableReader.readOnce(kafka, kafka.topics().people(), Duration.ofSeconds(20));
        return people.values().stream()
                .filter(person -> person.name().equals(name) && person.session().isShared())
                .filter(person -> !person.photos().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** An open alert about somebody unknown at the front door, since some seconds. */
    Alert unknown(int secondsAgo, String track, Consumer<ObjectNode> change) {
        return put(secondsAgo, AlertSubject.UNKNOWN, track, json -> {
            json.put("kind", "UNKNOWN_PERSON");
            json.putObject("identity")
                    .put("decision", "unknown")
                    .put("matches", 0)
                    .put("goodLooks", 4)
                    .put("similarity", 0.21)
                    .put("threshold", 0.5)
                    .put("modelId", "m")
                    .put("galleryVersion", 1);
            change.accept(json);
        });
    }

    /** An open alert about a person whose first photo the face resembles. */
    Alert of(Person person, int secondsAgo, String track, Consumer<ObjectNode> change) {
        return put(secondsAgo, AlertSubject.of(person.id()), track, json -> {
            json.putObject("identity")
                    .put("decision", "match")
                    .put("person", person.id().value())
                    .put("matches", 3)
                    .put("goodLooks", 4)
                    .put("similarity", 0.71)
                    .put("threshold", 0.5)
                    .put("modelId", "m")
                    .put("galleryVersion", 1)
                    .put("reference", person.photos().get(0).reference().value());
            change.accept(json);
        });
    }

    Alert put(int secondsAgo, AlertSubject subject, String track, Consumer<ObjectNode> change) {
        var seen = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(secondsAgo);
        var json = Mappers.JSON.createObjectNode();
        json.put(
                        "id",
                        AlertId.of(RULE, subject, AlertScope.ofSource("front-door"), track)
                                .value())
                .put("revision", 1)
                .put("state", "OPEN")
                .put("notifies", true)
                .put("priority", "NORMAL")
                .put("rule", RULE.value())
                .put("ruleRevision", 1)
                .put("kind", "APPEARED")
                .put("subject", subject.value())
                .put("scope", "source:front-door")
                .put("source", "front-door")
                .put("firstSeen", seen.toString())
                .put("lastSeen", seen.plusMillis(800).toString())
                .put("zone", "Asia/Tokyo")
                .put("secondsInView", 3)
                .put("count", 0)
                .put("level", 0)
                .put("muted", false)
                .put("late", false)
                .put("ageMillis", 100)
                .put("openedAt", seen.toString())
                .put("writtenAt", seen.plusMillis(900).toString());
        json.putArray("changes").add("OPENED");
        json.putArray("tracks").add(track);
        change.accept(json);
        return put(read(json.toString(), Alert.class));
    }

    Alert put(Alert alert) {
        alerts.put(alert.id(), alert);
        if (picture != null) {
            write(kafka.topics().alerting().shots(), alert.id().value(), picture);
        }
        write(kafka.topics().alerting().alerts(), alert.id().value(), alert);
        return alert;
    }

    /** The next revision. */
    Alert next(Alert alert, Consumer<ObjectNode> change) {
        ObjectNode json = Mappers.JSON.valueToTree(alert);
        json.put("revision", alert.revision() + 1);
        change.accept(json);
        return put(read(json.toString(), Alert.class));
    }

    /** From now on, alerts have this picture. */
    void show(BufferedImage image) {
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "jpg", bytes);
            picture = new AlertPicture(new FrameId("door/1-1"), Blob.wrap(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a record of a topic, such as {@code embeddings}, that the matcher could not process. */
    void deadLetter(String topic, String content) {
        var name = kafka.topics().deadLetters().name();
        try (var producer = new KafkaProducer<>(
                ClientProperties.producer(kafka, "written-letters", BatchingProfile.LOW_LATENCY),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            var letter = new ProducerRecord<>(name, 0, "front-door".getBytes(UTF_8), content.getBytes(UTF_8));
            DeadLetters.addHeaders(
                    letter.headers(),
                    "matcher",
                    new IllegalStateException("the vector has 3 numbers instead of 512"),
                    name.replace("dead-letters", topic),
                    0,
                    17);
            producer.send(letter);
        }
    }

    private <T> void write(Topic<T> topic, String key, @Nullable T value) {
        var unused = sender.send(topic, key, value, null).join();
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return Mappers.JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private void onChange(ConsumedRecord<AlertChange> read) {
        var change = read.value();
        var alert = change == null ? null : alerts.get(change.alert());
        if (alert == null) {
            return;
        }
        if (change instanceof AlertChange.Acknowledge now) {
            next(alert, json -> json.set("acknowledged", acknowledgement(now)));
        } else if (change instanceof AlertChange.Correct now) {
            corrected.put(alert.id(), alert);
            // It keeps the identity, with the photo that the face resembles.
            next(alert, json -> json.put("state", "CLOSED")
                    .put("reason", "CORRECTED")
                    .put("was", now.not().value()));
        } else {
            next(alert, json -> {
                json.put("state", "OPEN")
                        .set(
                                "identity",
                                Mappers.JSON.valueToTree(
                                        corrected.get(alert.id()).identity()));
                json.remove(List.of("was", "reason"));
            });
        }
    }

    private static ObjectNode acknowledgement(AlertChange.Acknowledge change) {
        var json = Mappers.JSON
                .createObjectNode()
                .put("by", change.by())
                .put("at", change.at().toString());
        if (change.note() != null) {
            json.put("note", change.note());
        }
        return json;
    }

    /** Nothing of it is there for the next test. */
    @Override
    public void close() {
        reader.close();
        alerts.keySet().forEach(id -> write(kafka.topics().alerting().alerts(), id.value(), null));
        sender.close();
    }
}

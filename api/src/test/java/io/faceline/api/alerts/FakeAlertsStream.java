package io.faceline.api.alerts;

import io.faceline.contracts.Blob;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertChange;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.alert.AlertPicture;
import io.faceline.contracts.change.Change;
import io.faceline.contracts.change.ChangeAnswer;
import io.faceline.contracts.delivery.LatePolicy;
import io.faceline.contracts.delivery.Receiver;
import io.faceline.contracts.delivery.ReceiverContent;
import io.faceline.contracts.delivery.ReceiverId;
import io.faceline.contracts.delivery.ReceiverTarget;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.PersonBuilder;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.RulePriority;
import io.faceline.contracts.rule.SourceGroup;
import io.faceline.contracts.rule.WatchList;
import io.faceline.contracts.serde.Mappers;
import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.track.Correction;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.runtime.kafka.ConsumedRecord;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.RecordSender;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.runtime.kafka.TableReader;
import io.faceline.runtime.kafka.TopicReader;
import io.faceline.runtime.topics.TopicSetup;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Writes alerts, and follows what is said of them, as alerts-stream does. */
public final class FakeAlertsStream implements AutoCloseable {
    public static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 4, 5, 6};

    private final KafkaSettings kafka;
    private final RecordSender sender;
    private final TopicReader<AlertChange> reader;
    private final Map<AlertId, Alert> alerts = new ConcurrentHashMap<>();
    private final List<ConsumedRecord<AlertChange>> said = new CopyOnWriteArrayList<>();
    private volatile @Nullable TopicReader<Change> changes;
    private volatile boolean follows = true;

    public FakeAlertsStream(KafkaSettings kafka) {
        this.kafka = kafka;
        TopicSetup.ensure(kafka);
        sender = new RecordSender(kafka, "test-alerts");
        reader = new TopicReader<>(kafka, kafka.topics().alerting().changes(), StartOffset.LATEST, this::onChange);
        reader.start();
    }

    /** Whether it does what is said. */
    public void follow(boolean does) {
        follows = does;
    }

    public List<ConsumedRecord<AlertChange>> said() {
        return said;
    }

    /** @return the offset */
    public long put(Alert alert) {
        alerts.put(alert.id(), alert);
        return write(kafka.topics().alerting().alerts(), alert.id().value(), alert);
    }

    public void picture(Alert alert) {
        write(
                kafka.topics().alerting().shots(),
                alert.id().value(),
                new AlertPicture(new FrameId("door/1-1"), Blob.wrap(JPEG)));
    }

    public void put(Person person) {
        write(kafka.topics().people(), person.id().value(), person);
    }

    public void put(TrackUpdate track) {
        write(kafka.topics().tracks(), track.source(), track);
    }

    public void rule(String json) {
        var rule = read(json, AlertRule.class);
        write(kafka.topics().alerting().rules(), rule.id().value(), rule);
    }

    public void list(String json) {
        var list = read(json, WatchList.class);
        write(kafka.topics().alerting().watchLists(), list.id().value(), list);
    }

    public void group(String json) {
        var group = read(json, SourceGroup.class);
        write(kafka.topics().alerting().sourceGroups(), group.id().value(), group);
    }

    public void receiver(String id) {
        var receiver = new Receiver(
                new ReceiverId(id),
                "Desk",
                true,
                null,
                new ReceiverTarget.Webhook("http://127.0.0.1:9000/hook", List.of()),
                List.of(),
                RulePriority.LOW,
                false,
                ReceiverContent.PICTURES,
                LatePolicy.SEND,
                60,
                10,
                0,
                null,
                TestAlerts.THEN,
                TestAlerts.THEN);
        write(kafka.topics().alerting().receivers(), id, receiver);
    }

    public void deleteReceiver(String id) {
        write(kafka.topics().alerting().receivers(), id, null);
    }

    public Map<String, Correction> corrections() {
        return TableReader.readOnce(kafka, kafka.topics().corrections(), Duration.ofSeconds(20));
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return Mappers.JSON.readValue(json, type);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private <T> long write(Topic<T> topic, String key, @Nullable T value) {
        return sender.send(topic, key, value, null).join().offset();
    }

    private void onChange(ConsumedRecord<AlertChange> read) {
        said.add(read);
        var change = read.value();
        var alert = change == null ? null : alerts.get(change.alert());
        if (alert == null || !follows) {
            return;
        }
        if (change instanceof AlertChange.Acknowledge now) {
            put(TestAlerts.next(alert, json -> json.putObject("acknowledged")
                    .put("by", now.by())
                    .put("at", now.at().toString())));
        } else if (change instanceof AlertChange.Correct now) {
            put(TestAlerts.corrected(alert, now.not().value()));
        } else {
            put(TestAlerts.next(alert, json -> {
                json.put("state", "OPEN");
                json.remove(List.of("was", "reason"));
            }));
        }
    }

    /** From now on, photos are deleted as the matcher deletes them. */
    public void answerChanges() {
        changes = new TopicReader<>(kafka, kafka.topics().changes(), StartOffset.LATEST, this::answer);
        changes.start();
    }

    private void answer(ConsumedRecord<Change> read) {
        if (read.value() instanceof Change.DeletePhoto delete) {
            put(PersonBuilder.person(delete.person(), "Nobody")
                    .session(delete.session())
                    .build());
            write(
                    kafka.topics().changeAnswers(),
                    delete.session().value(),
                    new ChangeAnswer(delete.id(), delete.session(), 1, null));
        }
    }

    @Override
    public void close() {
        if (changes != null) {
            changes.close();
        }
        reader.close();
        sender.close();
    }
}

package io.faceline.api.alerts.table;

import io.faceline.api.pictures.StoredPictures;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertPicture;
import io.faceline.contracts.delivery.Receiver;
import io.faceline.contracts.delivery.ReceiverContent;
import io.faceline.contracts.delivery.ReceiverId;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.GroupId;
import io.faceline.contracts.rule.ListId;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.rule.SourceGroup;
import io.faceline.contracts.rule.WatchList;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.health.HealthCheck;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.runtime.kafka.TableReader;
import io.faceline.runtime.kafka.TopicReader;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads all that is known of alerts. Thread-safe. */
public final class AlertReaders implements HealthCheck, AutoCloseable {
    private final AlertTable alerts;
    private final StoredPictures<AlertPicture> pictures;
    private final TopicReader<Alert> alertReader;
    private final TableReader<AlertRule> rules;
    private final TableReader<WatchList> lists;
    private final TableReader<SourceGroup> groups;
    private final TableReader<Receiver> receivers;

    public AlertReaders(KafkaSettings kafka) {
        var topics = kafka.topics().alerting();
        pictures = new StoredPictures<>(kafka, topics.shots(), AlertPicture::jpeg);
        alerts = new AlertTable(AlertTable.MAX_ALERTS, kafka.retention().alerts(), id -> pictures.forget(id.value()));
        alertReader = new TopicReader<>(kafka, topics.alerts(), StartOffset.EARLIEST, alerts::apply);
        rules = new TableReader<>(kafka, topics.rules())
                .keyedBy(rule -> rule.id().value());
        lists = new TableReader<>(kafka, topics.watchLists())
                .keyedBy(list -> list.id().value());
        groups = new TableReader<>(kafka, topics.sourceGroups())
                .keyedBy(group -> group.id().value());
        receivers = new TableReader<>(kafka, topics.receivers())
                .keyedBy(receiver -> receiver.id().value());
    }

    public void start() {
        alertReader.start();
        pictures.start();
        tables().forEach(TableReader::start);
    }

    /** Registers a callback for when a bug stops the reading. Set before the start. */
    public void onStop(Consumer<Throwable> callback) {
        alertReader.onStop(callback);
        pictures.onStop(callback);
        tables().forEach(table -> table.onStop(callback));
    }

    private List<TableReader<?>> tables() {
        return List.of(rules, lists, groups, receivers);
    }

    public AlertTable alerts() {
        return alerts;
    }

    public StoredPictures<AlertPicture> pictures() {
        return pictures;
    }

    public Optional<AlertRule> rule(RuleId id) {
        return rules.get(id.value());
    }

    public Optional<WatchList> list(ListId id) {
        return lists.get(id.value());
    }

    public Optional<SourceGroup> group(GroupId id) {
        return groups.get(id.value());
    }

    public Collection<SourceGroup> groups() {
        return groups.snapshot().values();
    }

    /** Whether there is such a receiver, whose messages may have links to pictures. */
    public boolean getsPictures(ReceiverId id) {
        return receivers
                .get(id.value())
                .filter(receiver -> receiver.content() == ReceiverContent.PICTURES)
                .isPresent();
    }

    @Override
    public Health health() {
        return Health.merge(List.of(
                alertReader.health(),
                pictures.health(),
                rules.health(),
                lists.health(),
                groups.health(),
                receivers.health()));
    }

    @Override
    public void close() {
        alertReader.close();
        pictures.close();
        tables().forEach(TableReader::close);
    }
}

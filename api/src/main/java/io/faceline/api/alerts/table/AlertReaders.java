package io.faceline.api.alerts.table;

import io.faceline.alerting.definition.DefinitionKind;
import io.faceline.api.alertrules.table.AlertTables;
import io.faceline.api.pictures.StoredPictures;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertPicture;
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
import io.faceline.runtime.kafka.TopicReader;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads alerts and their pictures, and knows the rules, lists, groups and receivers. Thread-safe. */
public final class AlertReaders implements HealthCheck, AutoCloseable {
    private final AlertTable alerts;
    private final StoredPictures<AlertPicture> pictures;
    private final TopicReader<Alert> alertReader;
    private final AlertTables tables;

    /** @param tables read, started and closed elsewhere */
    public AlertReaders(KafkaSettings kafka, AlertTables tables) {
        var topics = kafka.topics().alerting();
        this.tables = tables;
        pictures = new StoredPictures<>(kafka, topics.shots(), AlertPicture::jpeg);
        alerts = new AlertTable(AlertTable.MAX_ALERTS, kafka.retention().alerts(), id -> pictures.forget(id.value()));
        alertReader = new TopicReader<>(kafka, topics.alerts(), StartOffset.EARLIEST, alerts::apply);
    }

    public void start() {
        alertReader.start();
        pictures.start();
    }

    /** Registers a callback for when a bug stops the reading. Set before the start. */
    public void onStop(Consumer<Throwable> callback) {
        alertReader.onStop(callback);
        pictures.onStop(callback);
    }

    public AlertTable alerts() {
        return alerts;
    }

    public StoredPictures<AlertPicture> pictures() {
        return pictures;
    }

    public Optional<AlertRule> rule(RuleId id) {
        return tables.of(DefinitionKind.RULE).find(id.value());
    }

    public Optional<WatchList> list(ListId id) {
        return tables.of(DefinitionKind.LIST).find(id.value());
    }

    public Optional<SourceGroup> group(GroupId id) {
        return tables.of(DefinitionKind.GROUP).find(id.value());
    }

    public Collection<SourceGroup> groups() {
        return tables.of(DefinitionKind.GROUP).all();
    }

    /** Whether there is such a receiver, whose messages may have links to pictures. */
    public boolean getsPictures(ReceiverId id) {
        return tables.of(DefinitionKind.RECEIVER)
                .find(id.value())
                .filter(receiver -> receiver.content() == ReceiverContent.PICTURES)
                .isPresent();
    }

    /** Of the tables too: without them, answers would lack the names of rules. */
    @Override
    public Health health() {
        return Health.merge(List.of(alertReader.health(), pictures.health(), tables.health()));
    }

    @Override
    public void close() {
        alertReader.close();
        pictures.close();
    }
}

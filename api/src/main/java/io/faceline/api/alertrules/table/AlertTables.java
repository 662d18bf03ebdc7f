package io.faceline.api.alertrules.table;

import io.faceline.alerting.definition.DefinitionKind;
import io.faceline.alerting.definition.Definitions;
import io.faceline.contracts.alert.Mute;
import io.faceline.contracts.delivery.Delivery;
import io.faceline.contracts.delivery.ReceiverStatus;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.health.HealthCheck;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.TableReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** All that this process reads of rules and receivers. Thread-safe. */
public final class AlertTables implements HealthCheck, AutoCloseable {
    private final Map<DefinitionKind<?>, DefinitionTable<?>> definitions = new LinkedHashMap<>();
    private final DefinitionTable<Mute> mutes;
    private final TableReader<ReceiverStatus> states;
    private final TableReader<Delivery> deliveries;

    public AlertTables(KafkaSettings kafka) {
        var topics = kafka.topics().alerting();
        DefinitionKind.ALL.forEach(kind -> definitions.put(kind, table(kafka, kind)));
        this.mutes = new DefinitionTable<>(kafka, topics.mutes(), Mute::id);
        this.states = new TableReader<>(kafka, topics.receiverStates())
                .keyedBy(state -> state.receiver().value());
        this.deliveries = new TableReader<>(kafka, topics.deliveries()).keyedBy(Delivery::key);
    }

    private static <T> DefinitionTable<T> table(KafkaSettings kafka, DefinitionKind<T> kind) {
        return new DefinitionTable<>(kafka, kind.topic(kafka.topics().alerting()), kind::id);
    }

    @SuppressWarnings("unchecked") // table() made it of this kind.
    public <T> DefinitionTable<T> of(DefinitionKind<T> kind) {
        return (DefinitionTable<T>) Objects.requireNonNull(definitions.get(kind));
    }

    public DefinitionTable<Mute> mutes() {
        return mutes;
    }

    public TableReader<ReceiverStatus> states() {
        return states;
    }

    public TableReader<Delivery> deliveries() {
        return deliveries;
    }

    /** All definitions as of now. */
    public Definitions definitions() {
        return new Definitions(
                List.copyOf(of(DefinitionKind.RULE).all()),
                List.copyOf(of(DefinitionKind.LIST).all()),
                List.copyOf(of(DefinitionKind.GROUP).all()),
                List.copyOf(of(DefinitionKind.RECEIVER).all()));
    }

    /** Changes with each rule, list and mute: what may name people. */
    public long versionOfPeople() {
        return of(DefinitionKind.RULE).version() + of(DefinitionKind.LIST).version() + mutes.version();
    }

    public void start() {
        definitions.values().forEach(DefinitionTable::start);
        mutes.start();
        states.start();
        deliveries.start();
    }

    public void onStop(Consumer<Throwable> callback) {
        definitions.values().forEach(table -> table.onStop(callback));
        mutes.onStop(callback);
        states.onStop(callback);
        deliveries.onStop(callback);
    }

    @Override
    public Health health() {
        var all = new ArrayList<Health>();
        definitions.values().forEach(table -> all.add(table.health()));
        all.addAll(List.of(mutes.health(), states.health(), deliveries.health()));
        return Health.merge(all);
    }

    @Override
    public void close() {
        definitions.values().forEach(DefinitionTable::close);
        mutes.close();
        states.close();
        deliveries.close();
    }
}

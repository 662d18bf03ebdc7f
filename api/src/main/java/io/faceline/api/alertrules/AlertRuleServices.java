package io.faceline.api.alertrules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faceline.alerting.definition.DefinitionKind;
import io.faceline.alerting.definition.DefinitionTrees;
import io.faceline.alerting.definition.ReceiverFields;
import io.faceline.alerting.message.TemplateCheck;
import io.faceline.api.alertrules.change.ChangeDefinitions;
import io.faceline.api.alertrules.change.ChangeMutes;
import io.faceline.api.alertrules.change.ErasePeople;
import io.faceline.api.alertrules.table.AlertTables;
import io.faceline.api.alertrules.table.DefinitionWriter;
import io.faceline.api.alertrules.trial.RecentTracks;
import io.faceline.api.alertrules.trial.RuleTrial;
import io.faceline.contracts.delivery.Receiver;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.serde.Mappers;
import io.faceline.runtime.concurrent.DaemonThreads;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.health.HealthCheck;
import io.faceline.runtime.http.Routes;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.TableReader;
import io.faceline.web.access.Access;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Creates and runs the parts that serve rules, lists, groups, receivers and mutes. */
public final class AlertRuleServices implements HealthCheck, AutoCloseable {
    static final String RULES = "/api/v1/alert-rules";
    static final String LISTS = "/api/v1/watch-lists";
    static final String GROUPS = "/api/v1/source-groups";
    static final String RECEIVERS = "/api/v1/receivers";

    private static final int MAX_CHANGES = 100;
    private static final int MAX_TRIALS = 4;

    private final AlertSettings settings;
    private final KafkaSettings kafka;
    private final InstantSource clock;
    private final TableReader<Person> people;
    private final SharedPeople shared;
    private final AlertTables tables;
    private final DefinitionWriter writer;
    private final ChangeDefinitions changes;
    private final ChangeMutes mutes;
    /** Changes are made on this thread alone, those of requests too. */
    private final ScheduledExecutorService oneByOne =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.called("api-alert-rules"));

    private final ExecutorService trials = Executors.newSingleThreadExecutor(DaemonThreads.called("api-rule-trials"));

    /**
     * @param tables started and closed with it
     * @param people read, started and closed elsewhere
     */
    public AlertRuleServices(
            AlertSettings settings,
            KafkaSettings kafka,
            AlertTables tables,
            TableReader<Person> people,
            InstantSource clock) {
        this.settings = settings;
        this.kafka = kafka;
        this.clock = clock;
        this.people = people;
        this.shared = new SharedPeople(kafka, people);
        this.tables = tables;
        this.writer = new DefinitionWriter(kafka, tables);
        var receivers = new ReceiverFields(new ReceiverSecrets(settings.box()), TemplateCheck::require);
        this.changes = new ChangeDefinitions(tables, writer, receivers, shared::isKnown, clock);
        this.mutes = new ChangeMutes(tables, writer, clock);
    }

    public void start() {
        tables.start();
        var erasing = new Upkeep(
                tables, people, shared, writer, new ErasePeople(tables, writer, shared::deleted, clock), mutes);
        var unused = oneByOne.scheduleWithFixedDelay(erasing::run, 1, 1, TimeUnit.SECONDS);
    }

    /** Registers a callback for when a bug stops the reading. Set before the start. */
    public void onStop(Consumer<Throwable> callback) {
        tables.onStop(callback);
    }

    public List<Routes> routes(Access access) {
        var rights = new AlertAccess(access, settings.isOpen(), List.of(tables, people));
        var inTurn = new InTurn(Bounded.of(oneByOne, MAX_CHANGES));
        Consumer<Context> everybody = rights::requireViewer;
        return List.of(
                // First, as the others would take "presets" and "try" for the id of a rule.
                new PresetRoutes(rights),
                new TrialRoutes(
                        rights,
                        tables,
                        changes,
                        new RuleTrial(new RecentTracks(kafka), shared::isKnown, clock),
                        new InTurn(Bounded.of(trials, MAX_TRIALS))),
                routes(RULES, DefinitionKind.RULE, rights, everybody, inTurn),
                routes(LISTS, DefinitionKind.LIST, rights, everybody, inTurn),
                routes(GROUPS, DefinitionKind.GROUP, rights, everybody, inTurn),
                // Addresses of webhooks are often secrets.
                new DefinitionRoutes<>(
                        RECEIVERS,
                        DefinitionKind.RECEIVER,
                        tables.of(DefinitionKind.RECEIVER),
                        changes,
                        rights::requireAdmin,
                        this::view,
                        rights,
                        inTurn),
                new ListPeopleRoutes(rights, changes, inTurn),
                new ReceiverRoutes(rights, tables, writer, inTurn, clock),
                new DeliveryRoutes(rights, tables.deliveries()),
                new MuteRoutes(rights, mutes, inTurn),
                new FileRoutes(rights, tables, changes, inTurn));
    }

    private <T> Routes routes(
            String path, DefinitionKind<T> kind, AlertAccess rights, Consumer<Context> mayLook, InTurn inTurn) {
        return new DefinitionRoutes<>(
                path,
                kind,
                tables.of(kind),
                changes,
                mayLook,
                value -> DefinitionTrees.whole(kind, value),
                rights,
                inTurn);
    }

    private ObjectNode view(Receiver receiver) {
        var view = DefinitionTrees.whole(DefinitionKind.RECEIVER, receiver);
        tables.states()
                .get(receiver.id().value())
                .ifPresent(status -> view.set("status", Mappers.JSON.valueToTree(status)));
        return view;
    }

    @Override
    public Health health() {
        return tables.health();
    }

    @Override
    public void close() {
        oneByOne.shutdownNow();
        trials.shutdownNow();
        writer.close();
        tables.close();
    }
}

package io.faceline.alerts.known;

import io.faceline.alerting.book.Erasure;
import io.faceline.alerting.book.RuleBook;
import io.faceline.contracts.alert.Mute;
import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.SourceGroup;
import io.faceline.contracts.rule.WatchList;
import io.faceline.contracts.session.SessionState;
import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.topic.Topics;
import io.faceline.runtime.store.AppliedOffsets;
import io.faceline.runtime.store.DeadLetterBox;
import io.faceline.runtime.store.DeserializedOrError;
import io.faceline.runtime.store.GlobalStore;
import io.faceline.runtime.store.GlobalStoreUpdater;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Global stores of rules, lists, groups and mutes, and of what was deleted. Kafka Streams reads them to their end before any
 * task runs, so that nothing is judged without the rules there were.
 */
public final class KnownStores {
    private static final String RULES = "rules";
    private static final String LISTS = "watch-lists";
    private static final String GROUPS = "source-groups";
    private static final String MUTES = "mutes";
    private static final String PEOPLE = "deleted-people";
    private static final String SESSIONS = "ended-sessions";
    private static final String JOBS = "deleted-jobs";
    private static final String CAMERAS = "deleted-cameras";

    private final Topology topology;
    private final DeadLetterBox letters;
    private final AtomicLong changes = new AtomicLong();

    private KnownStores(Topology topology, DeadLetterBox letters) {
        this.topology = topology;
        this.letters = letters;
    }

    /**
     * @param letters receives the records that are none
     * @return makes the rule book of a task
     */
    public static Function<ProcessorContext<?, ?>, Books> addTo(
            Topology topology, Topics topics, DeadLetterBox letters) {
        var stores = new KnownStores(topology, letters);
        var alerting = topics.alerting();
        stores.values(RULES, alerting.rules(), rule -> rule.id().value());
        stores.values(LISTS, alerting.watchLists(), list -> list.id().value());
        stores.values(GROUPS, alerting.sourceGroups(), group -> group.id().value());
        stores.values(MUTES, alerting.mutes(), Mute::id);
        stores.gone(PEOPLE, topics.people(), Deletions::isGone);
        stores.gone(SESSIONS, topics.sessions(), Deletions::isGone);
        stores.gone(JOBS, topics.jobs(), Deletions::isGone);
        stores.gone(CAMERAS, topics.cameras(), Deletions::isGone);
        return stores::books;
    }

    private <V> void values(String name, Topic<V> topic, Function<V, String> keyOf) {
        add(name, topic, () -> new KnownValues<>(keyOf, changes), KnownValues::appliedOffsets, KnownValues<V>::apply);
    }

    private <V> void gone(String name, Topic<V> topic, GoneKeys.Test<V> test) {
        add(name, topic, () -> new GoneKeys<>(test, changes), GoneKeys::appliedOffsets, GoneKeys<V>::apply);
    }

    private <T, V> void add(
            String name,
            Topic<V> topic,
            Supplier<T> content,
            Function<T, AppliedOffsets> appliedOffsets,
            GlobalStoreUpdater.Apply<T, V> apply) {
        topology.addGlobalStore(
                GlobalStore.builder(name, content),
                "read-" + name,
                new StringDeserializer(),
                DeserializedOrError.by(topic.valueSerde().deserializer()),
                topic.name(),
                "keep-" + name,
                () -> new GlobalStoreUpdater<>(name, appliedOffsets, apply, letters));
    }

    private Books books(ProcessorContext<?, ?> context) {
        var rules = context.<GlobalStore<KnownValues<AlertRule>>>getStateStore(RULES)
                .content();
        var lists = context.<GlobalStore<KnownValues<WatchList>>>getStateStore(LISTS)
                .content();
        var groups = context.<GlobalStore<KnownValues<SourceGroup>>>getStateStore(GROUPS)
                .content();
        var mutes = context.<GlobalStore<KnownValues<Mute>>>getStateStore(MUTES).content();
        var people =
                context.<GlobalStore<GoneKeys<Person>>>getStateStore(PEOPLE).content();
        var sessions = context.<GlobalStore<GoneKeys<SessionState>>>getStateStore(SESSIONS)
                .content();
        var jobs = context.<GlobalStore<GoneKeys<Job>>>getStateStore(JOBS).content();
        var cameras =
                context.<GlobalStore<GoneKeys<Camera>>>getStateStore(CAMERAS).content();
        Erasure erasure = new Deletions(people, sessions, jobs, cameras);
        return new Books(
                changes::get, () -> new RuleBook(rules.all(), lists.all(), groups.all(), mutes.all(), erasure));
    }
}

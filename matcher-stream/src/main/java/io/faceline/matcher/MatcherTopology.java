package io.faceline.matcher;

import static org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore;
import static org.apache.kafka.streams.state.Stores.keyValueStoreBuilder;

import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.Reference;
import io.faceline.contracts.serde.RecordSerde;
import io.faceline.contracts.session.SessionEnrollments;
import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.topic.Topics;
import io.faceline.matcher.decision.Models;
import io.faceline.matcher.decision.VerificationSide;
import io.faceline.matcher.people.PeopleTable;
import io.faceline.matcher.people.SharedGallery;
import io.faceline.matcher.store.Outbox;
import io.faceline.runtime.store.DeadLetterBox;
import io.faceline.runtime.store.DeserializedOrError;
import io.faceline.runtime.store.GlobalStore;
import io.faceline.runtime.store.GlobalStoreUpdater;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/** Frames and changes go in, answers come out; the gallery and the people are read back as global stores. */
public final class MatcherTopology {
    static final String GALLERY = "gallery";
    static final String PEOPLE = "people";
    static final String ENROLLMENTS = "enrollments";
    static final String LAST_SEEN = "last-seen";
    static final String VERIFICATIONS = "verifications";

    static final String WRITE_MATCHES = "write-matches";
    static final String WRITE_SIGHTINGS = "write-sightings";
    static final String WRITE_GALLERY = "write-gallery";
    static final String WRITE_PEOPLE = "write-people";
    static final String WRITE_PHOTOS = "write-photos";
    static final String WRITE_SESSIONS = "write-sessions";
    static final String WRITE_CHANGE_ANSWERS = "write-change-answers";
    static final String WRITE_DEAD_LETTERS = "write-dead-letters";

    private static final String READ_EMBEDDINGS = "read-embeddings";
    private static final String READ_CHANGES = "read-changes";
    private static final String MATCH_FACES = "match-faces";

    private MatcherTopology() {}

    /** @param models every embedding model that frames may come from */
    static Topology build(
            Topics topics,
            Collection<MatchingFacts> models,
            MatcherSettings settings,
            MatcherMetrics meter,
            FenceSender fences) {
        return build(topics, models, settings, meter, context -> new ForwardingOutbox(context, fences));
    }

    static Topology build(
            Topics topics,
            Collection<MatchingFacts> models,
            MatcherSettings settings,
            MatcherMetrics meter,
            Function<ProcessorContext<String, Object>, Outbox> outbox) {
        var known = new Models(models, settings.thresholds());
        var letters = new DeadLetterBox(MatcherMain.NAME);
        var topology = new Topology();
        addGallery(topology, topics.gallery(), () -> meter.openGallery(known), letters);
        addPeople(topology, topics.people(), letters);
        addSource(topology, READ_EMBEDDINGS, topics.embeddings());
        addSource(topology, READ_CHANGES, topics.changes());
        topology.addProcessor(
                MATCH_FACES,
                () -> new MatchProcessor(known, settings, topics.retention(), meter, outbox, letters),
                READ_EMBEDDINGS,
                READ_CHANGES);
        topology.addStateStore(store(topics, ENROLLMENTS, RecordSerde.cbor(SessionEnrollments.class)), MATCH_FACES);
        topology.addStateStore(store(topics, LAST_SEEN, Serdes.Long()), MATCH_FACES);
        topology.addStateStore(store(topics, VERIFICATIONS, RecordSerde.cbor(VerificationSide.class)), MATCH_FACES);
        addSink(topology, WRITE_MATCHES, topics.matches());
        addSink(topology, WRITE_SIGHTINGS, topics.sightings());
        addSink(topology, WRITE_GALLERY, topics.gallery());
        addSink(topology, WRITE_PEOPLE, topics.people());
        addSink(topology, WRITE_PHOTOS, topics.photos());
        addSink(topology, WRITE_SESSIONS, topics.sessions());
        addSink(topology, WRITE_CHANGE_ANSWERS, topics.changeAnswers());
        addSink(topology, WRITE_DEAD_LETTERS, topics.deadLetters());
        return topology;
    }

    private static void addGallery(
            Topology topology, Topic<Reference> topic, Supplier<SharedGallery> gallery, DeadLetterBox letters) {
        topology.addGlobalStore(
                GlobalStore.builder(GALLERY, gallery),
                "read-gallery",
                new StringDeserializer(),
                DeserializedOrError.by(topic.valueSerde().deserializer()),
                topic.name(),
                "keep-gallery",
                () -> new GlobalStoreUpdater<SharedGallery, Reference>(
                        GALLERY, SharedGallery::appliedOffsets, MatcherTopology::keep, letters));
    }

    private static void addPeople(Topology topology, Topic<Person> topic, DeadLetterBox letters) {
        topology.addGlobalStore(
                GlobalStore.builder(PEOPLE, PeopleTable::new),
                "read-people",
                new StringDeserializer(),
                DeserializedOrError.by(topic.valueSerde().deserializer()),
                topic.name(),
                "keep-people",
                () -> new GlobalStoreUpdater<PeopleTable, Person>(
                        PEOPLE, PeopleTable::appliedOffsets, MatcherTopology::keep, letters));
    }

    private static void keep(SharedGallery shared, String key, @Nullable Reference reference) {
        if (reference == null) {
            shared.gallery().remove(new ReferenceId(key));
        } else {
            requireSame(key, reference.id().value());
            shared.gallery().index(reference);
        }
    }

    private static void keep(PeopleTable people, String key, @Nullable Person person) {
        if (person == null) {
            people.remove(new PersonId(key));
        } else {
            requireSame(key, person.id().value());
            people.apply(person);
        }
    }

    private static void requireSame(String key, String id) {
        if (!key.equals(id)) {
            throw new IllegalArgumentException("a record of " + id + " under another key");
        }
    }

    private static void addSource(Topology topology, String name, Topic<?> topic) {
        topology.addSource(name, new StringDeserializer(), topic.valueSerde().deserializer(), topic.name());
    }

    private static void addSink(Topology topology, String name, Topic<?> topic) {
        topology.addSink(
                name, topic.name(), new StringSerializer(), topic.valueSerde().serializer(), MATCH_FACES);
    }

    /** In memory, since stores on disk keep deleted bytes; its changelog forgets as the compacted topics do. */
    private static <V> StoreBuilder<KeyValueStore<String, V>> store(Topics topics, String name, Serde<V> serde) {
        return keyValueStoreBuilder(inMemoryKeyValueStore(name), Serdes.String(), serde)
                .withLoggingEnabled(topics.people().config());
    }
}

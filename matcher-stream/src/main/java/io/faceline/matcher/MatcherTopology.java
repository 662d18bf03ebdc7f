package io.faceline.matcher;

import static org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore;
import static org.apache.kafka.streams.state.Stores.keyValueStoreBuilder;

import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.Reference;
import io.faceline.contracts.serde.RecordSerde;
import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.topic.Topics;
import io.faceline.matcher.decision.Models;
import io.faceline.matcher.decision.VerificationSide;
import io.faceline.matcher.people.EnrollmentsSerde;
import io.faceline.matcher.people.PeopleTable;
import io.faceline.matcher.people.SharedGallery;
import io.faceline.matcher.store.DeadLetterBox;
import io.faceline.matcher.store.DeserializedOrError;
import io.faceline.matcher.store.GlobalStore;
import io.faceline.matcher.store.GlobalStoreUpdater;
import io.faceline.matcher.store.Outbox;
import java.util.Collection;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/** Reads frames and changes and writes answers. Gallery and people are read back as global stores. */
public final class MatcherTopology {
    static final String GALLERY = "gallery";
    static final String PEOPLE = "people";
    static final String ENROLLMENTS = "enrollments";
    static final String LAST_SEEN = "last-seen";
    static final String VERIFICATIONS = "verifications";

    static final String WRITE_MATCHES = "write-matches";
    static final String WRITE_GALLERY = "write-gallery";
    static final String WRITE_PEOPLE = "write-people";
    static final String WRITE_SESSIONS = "write-sessions";
    static final String WRITE_CHANGE_ANSWERS = "write-change-answers";
    static final String WRITE_DEAD_LETTERS = "write-dead-letters";

    private static final String READ_EMBEDDINGS = "read-embeddings";
    private static final String READ_CHANGES = "read-changes";
    private static final String MATCH_FACES = "match-faces";

    private MatcherTopology() {}

    /** @param models all embedding models that frames may use */
    static Topology build(
            Topics topics, Collection<MatchingFacts> models, MatcherSettings settings, MatcherMetrics metrics) {
        return build(topics, models, settings, metrics, ForwardingOutbox::new);
    }

    static Topology build(
            Topics topics,
            Collection<MatchingFacts> models,
            MatcherSettings settings,
            MatcherMetrics metrics,
            Function<ProcessorContext<String, Object>, Outbox> outbox) {
        var modelsById = new Models(models, settings.thresholds());
        var deadLetters = new DeadLetterBox(MatcherMain.NAME);
        var topology = new Topology();
        addGallery(topology, topics.gallery(), metrics, deadLetters);
        addPeople(topology, topics.people(), deadLetters);
        addSource(topology, READ_EMBEDDINGS, topics.embeddings());
        addSource(topology, READ_CHANGES, topics.changes());
        topology.addProcessor(
                MATCH_FACES,
                () -> new MatchProcessor(
                        modelsById, settings, topics.retention().replaced(), metrics, outbox, deadLetters),
                READ_EMBEDDINGS,
                READ_CHANGES);
        // Cached: of many enrollments into one session only the last before each commit is written to the changelog.
        topology.addStateStore(
                store(topics, ENROLLMENTS, new EnrollmentsSerde()).withCachingEnabled(), MATCH_FACES);
        topology.addStateStore(store(topics, LAST_SEEN, Serdes.Long()), MATCH_FACES);
        topology.addStateStore(store(topics, VERIFICATIONS, RecordSerde.cbor(VerificationSide.class)), MATCH_FACES);
        addSink(topology, WRITE_MATCHES, topics.matches());
        addSink(topology, WRITE_GALLERY, topics.gallery());
        addSink(topology, WRITE_PEOPLE, topics.people());
        addSink(topology, WRITE_SESSIONS, topics.sessions());
        addSink(topology, WRITE_CHANGE_ANSWERS, topics.changeAnswers());
        addSink(topology, WRITE_DEAD_LETTERS, topics.deadLetters());
        return topology;
    }

    private static void addGallery(
            Topology topology, Topic<Reference> topic, MatcherMetrics metrics, DeadLetterBox deadLetters) {
        topology.addGlobalStore(
                GlobalStore.builder(GALLERY, metrics::openGallery),
                "read-gallery",
                new StringDeserializer(),
                DeserializedOrError.by(topic.valueSerde().deserializer()),
                topic.name(),
                "keep-gallery",
                () -> new GlobalStoreUpdater<SharedGallery, Reference>(
                        GALLERY, SharedGallery::appliedOffsets, MatcherTopology::apply, deadLetters));
    }

    private static void addPeople(Topology topology, Topic<Person> topic, DeadLetterBox deadLetters) {
        topology.addGlobalStore(
                GlobalStore.builder(PEOPLE, PeopleTable::new),
                "read-people",
                new StringDeserializer(),
                DeserializedOrError.by(topic.valueSerde().deserializer()),
                topic.name(),
                "keep-people",
                () -> new GlobalStoreUpdater<PeopleTable, Person>(
                        PEOPLE, PeopleTable::appliedOffsets, MatcherTopology::apply, deadLetters));
    }

    private static void apply(SharedGallery shared, String key, @Nullable Reference reference) {
        if (reference == null) {
            shared.gallery().remove(new ReferenceId(key));
        } else {
            requireSame(key, reference.id().value());
            shared.gallery().put(reference);
        }
    }

    private static void apply(PeopleTable people, String key, @Nullable Person person) {
        if (person == null) {
            people.remove(new PersonId(key));
        } else {
            requireSame(key, person.id().value());
            people.put(person);
        }
    }

    private static void requireSame(String key, String id) {
        if (!key.equals(id)) {
            throw new IllegalArgumentException("the key must be the id " + id + ", was " + key);
        }
    }

    private static void addSource(Topology topology, String name, Topic<?> topic) {
        topology.addSource(name, new StringDeserializer(), topic.valueSerde().deserializer(), topic.name());
    }

    private static void addSink(Topology topology, String name, Topic<?> topic) {
        topology.addSink(
                name, topic.name(), new StringSerializer(), topic.valueSerde().serializer(), MATCH_FACES);
    }

    /** In memory, because stores on disk retain deleted bytes; the changelog is compacted like the compacted topics. */
    private static <V> StoreBuilder<KeyValueStore<String, V>> store(Topics topics, String name, Serde<V> serde) {
        return keyValueStoreBuilder(inMemoryKeyValueStore(name), Serdes.String(), serde)
                .withLoggingEnabled(topics.people().config());
    }
}

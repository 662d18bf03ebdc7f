package io.faceline.matcher;

import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.contracts.change.Change;
import io.faceline.contracts.change.ChangeAnswer;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.Identification;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.Reference;
import io.faceline.contracts.session.SessionEnrollments;
import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.topic.Topics;
import io.faceline.matcher.people.PeopleTable;
import io.faceline.matcher.people.SharedGallery;
import io.faceline.matcher.store.Outbox;
import io.faceline.runtime.store.GlobalStore;
import io.faceline.runtime.streams.BadRecordHandler;
import io.faceline.runtime.streams.UnreadableRecordHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;

/** Runs the topology with real serdes, without a broker. */
public final class Driver implements AutoCloseable {
    public static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);

    private final TopologyTestDriver driver;

    public Driver(MatcherSettings settings) {
        this(settings, ReadFences::outbox);
    }

    public Driver(MatcherSettings settings, Function<ProcessorContext<String, Object>, Outbox> outbox) {
        this(settings, MatcherFixtures.FACTS, outbox);
    }

    Driver(MatcherSettings settings, MatchingFacts model) {
        this(settings, model, ReadFences::outbox);
    }

    private Driver(
            MatcherSettings settings, MatchingFacts model, Function<ProcessorContext<String, Object>, Outbox> outbox) {
        driver = new TopologyTestDriver(
                MatcherTopology.build(TOPICS, List.of(model), settings, new MatcherMetrics(), outbox),
                properties(),
                TestFrames.NOW);
    }

    public Match answer(Embeddings frame) {
        send(frame);
        var answers = read(TOPICS.matches());
        return answers.get(answers.size() - 1);
    }

    public void send(Embeddings frame) {
        write(TOPICS.embeddings(), frame.facts().session().value(), frame);
    }

    /** The identification of the frame's only face. */
    public Identification identify(Embeddings frame) {
        return identification(answer(frame));
    }

    static Identification identification(Match match) {
        if (match.outcome() instanceof Outcome.Made<?> made
                && made.value() instanceof Faces<?> faces
                && faces.faces().get(0) instanceof MatchedFace face) {
            return face.identification();
        }
        throw new AssertionError("no face in " + match);
    }

    public ChangeAnswer answer(Change change) {
        write(TOPICS.changes(), change.session().value(), change);
        var answers = read(TOPICS.changeAnswers());
        return answers.get(answers.size() - 1);
    }

    public <V> void write(Topic<V> topic, String key, V value) {
        driver.createInputTopic(
                        topic.name(), new StringSerializer(), topic.valueSerde().serializer())
                .pipeInput(new TestRecord<>(key, value));
    }

    void writeBytes(Topic<?> topic, String key, byte[] value) {
        writeBytes(topic, key, value, new RecordHeaders());
    }

    void writeBytes(Topic<?> topic, String key, byte[] value, Headers headers) {
        driver.createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(key, value, headers));
    }

    <V> List<V> read(Topic<V> topic) {
        return records(topic).stream().map(TestRecord::value).toList();
    }

    public <V> List<TestRecord<String, V>> records(Topic<V> topic) {
        return driver.createOutputTopic(
                        topic.name(),
                        new StringDeserializer(),
                        topic.valueSerde().deserializer())
                .readRecordsToList();
    }

    public Optional<Person> person(String id) {
        return people().find(new PersonId(id));
    }

    PeopleTable people() {
        return (PeopleTable) ((GlobalStore<?>) driver.getStateStore(MatcherTopology.PEOPLE)).content();
    }

    SharedGallery shared() {
        return (SharedGallery) ((GlobalStore<?>) driver.getStateStore(MatcherTopology.GALLERY)).content();
    }

    /** The session's references in the store; empty if there is none. */
    public List<Reference> enrollments(SessionId session) {
        KeyValueStore<String, SessionEnrollments> store = driver.getKeyValueStore(MatcherTopology.ENROLLMENTS);
        try (var entries = store.prefixScan(session.value() + "|", new StringSerializer())) {
            var references = new ArrayList<Reference>();
            entries.forEachRemaining(entry -> references.addAll(entry.value.references()));
            return references;
        }
    }

    /** Puts an entry into the store of enrollments, as if an earlier version had. */
    void putEnrollments(String key, SessionEnrollments value) {
        driver.<String, SessionEnrollments>getKeyValueStore(MatcherTopology.ENROLLMENTS)
                .put(key, value);
    }

    public void pass(Duration time) {
        driver.advanceWallClockTime(time);
    }

    private static Properties properties() {
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "matcher-test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, UnreadableRecordHandler.class);
        properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, BadRecordHandler.class);
        properties.put(
                StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG,
                TOPICS.deadLetters().name());
        properties.put("faceline.stage", "matcher");
        return properties;
    }

    @Override
    public void close() {
        driver.close();
    }
}

package io.faceline.api.deadletters;

import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.topic.Topics;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.health.HealthCheck;
import io.faceline.runtime.http.Routes;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.runtime.kafka.TopicReader;
import io.faceline.web.access.Access;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Creates and runs the parts that serve dead letters. */
public final class LetterServices implements HealthCheck, AutoCloseable {
    private final KafkaSettings kafka;
    private final LetterTable table;
    private final TopicReader<LetterNote> reader;

    public LetterServices(KafkaSettings kafka) {
        this.kafka = kafka;
        this.table = new LetterTable(LetterTable.MAX_LETTERS, kafka.retention().embeddings());
        this.reader = new TopicReader<>(kafka, LetterTable.topic(kafka.topics()), StartOffset.EARLIEST, table::apply);
    }

    /** The topics that are read and written. */
    public static Stream<Topic<?>> topics(Topics all) {
        return Stream.concat(Stream.of(all.deadLetters()), ResendTopics.inputs(all));
    }

    public void start() {
        reader.start();
    }

    /** Registers a callback for when a bug stops the reading. Set before the start. */
    public void onStop(Consumer<Throwable> callback) {
        reader.onStop(callback);
    }

    /** @param oneByOne runs one task at a time, which waits for Kafka; rejects tasks beyond its capacity */
    public List<Routes> routes(Access access, Executor oneByOne) {
        var topics = new ResendTopics(kafka.topics());
        Supplier<LetterRecords> clients = () -> new LetterRecords(kafka);
        return List.of(new LetterRoutes(
                access, reader, table, topics, new ResendLetters(kafka, table, topics, clients), clients, oneByOne));
    }

    @Override
    public Health health() {
        var health = reader.health();
        // Nobody but the admin waits for letters.
        return health.live() ? Health.GOOD : health;
    }

    @Override
    public void close() {
        reader.close();
    }
}

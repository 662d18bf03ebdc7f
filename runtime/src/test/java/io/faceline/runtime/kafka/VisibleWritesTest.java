package io.faceline.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.contracts.person.Person;
import io.faceline.contracts.topic.Topic;
import io.faceline.runtime.topics.TopicSetup;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** With a real broker: writes are visible when their transaction has ended, and not before. */
@Tag("slow")
class VisibleWritesTest {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final String WRITER = "task-1";

    private final KafkaSettings kafka = BROKER.settings();
    private KafkaProducer<String, byte[]> matcher;
    private TableReader<Person> people;
    private VisibleWrites visible;

    @BeforeEach
    void start() {
        TopicSetup.ensure(kafka);
        matcher = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka.bootstrapServers(),
                        "transactional.id",
                        kafka.topicPrefix() + "matcher"),
                new StringSerializer(),
                new ByteArraySerializer());
        matcher.initTransactions();
        people = new TableReader<>(kafka, kafka.topics().people());
        visible = open(TIMEOUT);
        people.start();
    }

    private VisibleWrites open(Duration timeout) {
        var opened = new VisibleWrites(kafka, people, timeout);
        opened.start();
        return opened;
    }

    @AfterEach
    void close() {
        visible.close();
        people.close();
        matcher.close(Duration.ZERO);
    }

    @Test
    void writes_areVisibleWhenTheirTransactionHasEnded() throws Exception {
        matcher.beginTransaction();
        write(kafka.topics().people(), 1);
        write(kafka.topics().gallery(), 1);
        write(kafka.topics().gallery(), 2);
        var awaited = visible.whenVisible(new Written(WRITER, 1, 2));

        matcher.flush();
        assertThat(awaited).isNotDone();
        matcher.commitTransaction();

        assertThat(awaited.get(20, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(visible.whenVisible(new Written(WRITER, 1, 0)).get(20, TimeUnit.SECONDS))
                .isEqualTo(-1);
    }

    @Test
    void abortedWrites_areNotVisible() {
        try (var impatient = open(Duration.ofMillis(300))) {
            matcher.beginTransaction();
            write(kafka.topics().people(), 1);
            matcher.abortTransaction();

            assertThatThrownBy(() ->
                            impatient.whenVisible(new Written(WRITER, 1, 0)).join())
                    .hasCauseInstanceOf(TimeoutException.class);
        }
    }

    private void write(Topic<?> topic, long number) {
        var tombstone = new ProducerRecord<String, byte[]>(topic.name(), "key", null);
        new WriteToken(WRITER, number).writeTo(tombstone.headers());
        matcher.send(tombstone);
    }
}

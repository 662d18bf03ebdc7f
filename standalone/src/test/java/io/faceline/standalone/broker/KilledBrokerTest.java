package io.faceline.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A copy of the data folder of a running broker is what a killed one leaves: a registration that still holds, and maybe an
 * open transaction.
 */
@Tag("slow")
class KilledBrokerTest {
    private static final String TOPIC = "answers";
    private static final Duration TRANSACTION = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    @Test
    void openTransactionOfAKilledBroker_isAborted_howeverLateTheNextStartIs() throws Exception {
        var killed = folder.resolve("killed");
        leaveAnOpenTransaction(killed);
        awaitTimeoutOfTheTransaction();

        try (var broker = InProcessBroker.start(killed)) {
            write(broker, "after", Map.of());

            assertThat(readCommitted(broker, 2)).containsExactly("before", "after");
        }
    }

    /** Killed after it made its folder, and before it was registered. */
    @Test
    void folderWithoutARegistration_isStarted() throws Exception {
        var running = folder.resolve("running");
        InProcessBroker.start(running).close();
        var killed = folder.resolve("killed");
        Files.createDirectories(killed);
        for (var file : List.of("meta.properties", "bootstrap.checkpoint")) {
            Files.copy(running.resolve(file), killed.resolve(file));
        }

        try (var broker = InProcessBroker.start(killed);
                var admin = Admin.create(properties(broker, Map.of()))) {
            assertThat(admin.describeCluster().nodes().get()).hasSize(1);
        }
    }

    private void leaveAnOpenTransaction(Path copy) throws Exception {
        var running = folder.resolve("running");
        try (var broker = InProcessBroker.start(running)) {
            try (var admin = Admin.create(properties(broker, Map.of()))) {
                admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1)))
                        .all()
                        .get();
            }
            write(broker, "before", Map.of());
            var transactional = Map.<String, Object>of(
                    "transactional.id", "stage", "transaction.timeout.ms", (int) TRANSACTION.toMillis());
            try (var producer = new KafkaProducer<>(
                    properties(broker, transactional), new StringSerializer(), new StringSerializer())) {
                producer.initTransactions();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>(TOPIC, "open")).get();
                FileUtils.copyDirectory(running.toFile(), copy.toFile());
            }
        }
    }

    /** Wall-clock time of the broker, which nothing else tells. */
    private static void awaitTimeoutOfTheTransaction() throws InterruptedException {
        Thread.sleep(TRANSACTION.toMillis());
    }

    private static void write(InProcessBroker broker, String text, Map<String, Object> settings) throws Exception {
        try (var producer =
                new KafkaProducer<>(properties(broker, settings), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, text)).get();
        }
    }

    private static List<String> readCommitted(InProcessBroker broker, int count) {
        var settings = properties(broker, Map.of("isolation.level", "read_committed", "auto.offset.reset", "earliest"));
        var texts = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition(TOPIC, 0)));
            var deadline = Instant.now().plusSeconds(20);
            while (texts.size() < count && Instant.now().isBefore(deadline)) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> texts.add(record.value()));
            }
        }
        return texts;
    }

    private static Map<String, Object> properties(InProcessBroker broker, Map<String, Object> more) {
        var properties = new HashMap<String, Object>(broker.login().clientProperties());
        properties.putAll(more);
        return properties;
    }
}

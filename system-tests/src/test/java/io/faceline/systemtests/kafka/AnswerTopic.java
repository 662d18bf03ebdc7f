package io.faceline.systemtests.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.faceline.standalone.broker.ClientLogin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/** Finds records of a topic, as any program with the login may. */
final class AnswerTopic {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ClientLogin login;
    private final String topic;

    AnswerTopic(ClientLogin login, String topic) {
        this.login = login;
        this.topic = topic;
    }

    /** The first record that satisfies the condition, of all that are there or come soon. */
    ConsumerRecord<String, byte[]> await(String what, Predicate<ConsumerRecord<String, byte[]>> wanted) {
        var configuration = new HashMap<String, Object>(login.clientProperties());
        configuration.put("isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(configuration, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(found -> new TopicPartition(found.topic(), found.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
            Awaitility.await(what).pollInSameThread().atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (wanted.test(record)) {
                        found.add(record);
                    }
                });
                return !found.isEmpty();
            });
            return found.get(0);
        }
    }

    static String header(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }
}

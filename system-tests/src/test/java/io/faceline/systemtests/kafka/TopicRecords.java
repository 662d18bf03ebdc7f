package io.faceline.systemtests.kafka;

import io.faceline.runtime.kafka.ClientProperties;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.standalone.broker.ClientLogin;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The records of topics, from their start to where they end now, in order of each partition.
 *
 * @param properties of the consumer
 */
public record TopicRecords(Map<String, Object> properties) {
    private static final Duration POLL = Duration.ofMillis(200);

    public TopicRecords {
        properties = Map.copyOf(properties);
    }

    /** Without those of aborted transactions. */
    public static TopicRecords committed(KafkaSettings kafka) {
        return new TopicRecords(ClientProperties.reader(kafka, "topic-records"));
    }

    /** Every record, as a client that knows nothing of transactions reads them. */
    public static TopicRecords all(ClientLogin login) {
        var properties = new HashMap<String, Object>(login.clientProperties());
        properties.put("auto.offset.reset", "earliest");
        return new TopicRecords(properties);
    }

    /** Every record of the Kafka that runs over a data folder. */
    public static TopicRecords all(Path dataFolder) {
        return all(ClientLogin.read(dataFolder).orElseThrow());
    }

    public List<ConsumerRecord<String, byte[]>> read(Collection<String> topics) {
        try (var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
                consumer.poll(POLL).forEach(records::add);
            }
            return records;
        }
    }

    public List<ConsumerRecord<String, byte[]>> read(String topic) {
        return read(List.of(topic));
    }
}

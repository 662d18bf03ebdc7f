package io.faceline.api.deadletters;

import io.faceline.runtime.kafka.BatchingProfile;
import io.faceline.runtime.kafka.ClientProperties;
import io.faceline.runtime.kafka.KafkaSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Reads and writes whole records as bytes. Clients are opened when they are needed, which is seldom. Blocks. */
final class LetterRecords implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final KafkaSettings kafka;
    private final Consumer<byte[], byte[]> consumer;
    private final Producer<byte[], byte[]> producer;

    LetterRecords(KafkaSettings kafka) {
        this.kafka = kafka;
        this.consumer = new KafkaConsumer<>(
                ClientProperties.reader(kafka, "api-dead-letters-" + kafka.instanceId()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        this.producer = new KafkaProducer<>(
                ClientProperties.producer(kafka, "api-dead-letters-" + kafka.instanceId(), BatchingProfile.LOW_LATENCY),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** The letter with this offset; empty if Kafka has deleted it. */
    Optional<ConsumerRecord<byte[], byte[]>> letter(long offset) {
        var partition = new TopicPartition(kafka.topics().deadLetters().name(), 0);
        consumer.assign(List.of(partition));
        consumer.seek(partition, offset);
        return consumer.poll(TIMEOUT).records(partition).stream().findFirst().filter(read -> read.offset() == offset);
    }

    boolean hasPartition(String topic, long partition) {
        return partition < producer.partitionsFor(topic).size();
    }

    RecordMetadata send(ProducerRecord<byte[], byte[]> record) {
        var sent = new CompletableFuture<RecordMetadata>();
        var unused = producer.send(record, (metadata, failure) -> {
            if (failure == null) {
                sent.complete(metadata);
            } else {
                sent.completeExceptionally(failure);
            }
        });
        return sent.join();
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ZERO));
        producer.close(TIMEOUT);
    }
}

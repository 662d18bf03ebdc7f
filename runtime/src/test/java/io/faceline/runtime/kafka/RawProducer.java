package io.faceline.runtime.kafka;

import io.faceline.contracts.hostile.StrangeRecords;
import io.faceline.contracts.topic.Topic;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes records as a stranger may: any bytes, headers and partition, and without a timestamp. */
public final class RawProducer implements AutoCloseable {
    /** Of the records that a topology gets, since these wait for the broker. */
    private static final int ONE_IN = 4;

    private final KafkaSettings kafka;
    private final KafkaProducer<byte[], byte[]> producer;

    public RawProducer(KafkaSettings kafka) {
        this.kafka = kafka;
        producer = new KafkaProducer<>(
                ClientProperties.producer(kafka, "stranger", BatchingProfile.LOW_LATENCY),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Writes random records to every partition of each of these topics. */
    public void sendStrange(List<Topic<?>> topics, long seed) {
        for (var topic : topics) {
            var partitions = kafka.partitions().of(topic.spread());
            var records = new StrangeRecords(
                    topic.name().substring(kafka.topicPrefix().length()), seed);
            for (var i = 0; i < StrangeRecords.COUNT / ONE_IN; i++) {
                send(topic, i % partitions, records.next());
            }
        }
    }

    /**
     * Writes a record to the given partition.
     *
     * @return whether the broker took it: compacted topics refuse records without a key
     */
    public boolean send(Topic<?> topic, int partition, StrangeRecords.Strange strange) {
        return send(topic.name(), partition, strange.key(), strange.value(), strange.headers(), strange.timestamp());
    }

    public boolean send(String topic, Integer partition, byte[] key, byte[] value, Headers headers, long timestamp) {
        // Kafka's class refuses a negative time, its protocol does not.
        var raw = new ProducerRecord<byte[], byte[]>(topic, partition, null, key, value, headers) {
            @Override
            public Long timestamp() {
                return timestamp;
            }
        };
        try {
            producer.send(raw).get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ApiException) {
                return false;
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}

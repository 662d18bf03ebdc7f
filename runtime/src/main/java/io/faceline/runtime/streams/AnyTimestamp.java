package io.faceline.runtime.streams;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * Accepts every record: one without a timestamp, which Kafka allows, counts as written at the time of the record before
 * it, or now. Streams' default stops the stage and prints the whole record. Public, because Kafka Streams instantiates
 * it.
 */
public final class AnyTimestamp implements TimestampExtractor {
    @Override
    public long extract(ConsumerRecord<Object, Object> consumed, long partitionTime) {
        if (consumed.timestamp() >= 0) {
            return consumed.timestamp();
        }
        return partitionTime >= 0 ? partitionTime : System.currentTimeMillis();
    }
}

package io.faceline.runtime.streams;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.processor.internals.DefaultKafkaClientSupplier;

/**
 * Creates global consumers that give a record without a timestamp the time 0. Streams asks no timestamp extractor for the
 * records of global stores, and fails for good on one without a timestamp.
 */
class AnyTimestampClients extends DefaultKafkaClientSupplier {
    @Override
    public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
        return new TimedConsumer(config);
    }

    private static final class TimedConsumer extends KafkaConsumer<byte[], byte[]> {
        TimedConsumer(Map<String, Object> config) {
            super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        }

        @Override
        public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
            var polled = super.poll(timeout);
            for (var record : polled) {
                if (record.timestamp() < 0) {
                    return timed(polled);
                }
            }
            return polled;
        }

        private static ConsumerRecords<byte[], byte[]> timed(ConsumerRecords<byte[], byte[]> polled) {
            var timed = new HashMap<TopicPartition, List<ConsumerRecord<byte[], byte[]>>>();
            polled.partitions()
                    .forEach(partition -> timed.put(
                            partition,
                            polled.records(partition).stream()
                                    .map(TimedConsumer::timed)
                                    .toList()));
            return new ConsumerRecords<>(timed, polled.nextOffsets());
        }

        private static ConsumerRecord<byte[], byte[]> timed(ConsumerRecord<byte[], byte[]> record) {
            return record.timestamp() >= 0
                    ? record
                    : new ConsumerRecord<>(
                            record.topic(),
                            record.partition(),
                            record.offset(),
                            0,
                            record.timestampType(),
                            record.serializedKeySize(),
                            record.serializedValueSize(),
                            record.key(),
                            record.value(),
                            record.headers(),
                            record.leaderEpoch());
        }
    }
}

package io.faceline.runtime.streams;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.processor.internals.DefaultKafkaClientSupplier;

/**
 * Consumers that tell a new group from one that retention overtook. Streams treats both alike: it resets. Here the
 * consumer itself never resets: for a partition without a committed offset Streams then goes to the earliest record, but
 * an offset out of range becomes {@link RecordsLostException}, which stops the stage. This needs no request before the
 * start and no agreement among instances that start at once.
 */
final class FailOnLostOffsets extends DefaultKafkaClientSupplier {
    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        var loud = new HashMap<>(config);
        loud.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        return new LoudConsumer(loud);
    }

    private static final class LoudConsumer extends KafkaConsumer<byte[], byte[]> {
        LoudConsumer(Map<String, Object> config) {
            super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        }

        @Override
        public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
            try {
                return super.poll(timeout);
            } catch (OffsetOutOfRangeException e) {
                throw new RecordsLostException(e.offsetOutOfRangePartitions(), e);
            }
        }
    }
}

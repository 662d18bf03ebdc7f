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

/**
 * Creates consumers that distinguish a new group from one whose records were deleted by retention. Streams resets the
 * offset in both cases. These consumers never reset: for a partition without a committed offset Streams starts at the
 * earliest record, but an offset out of range becomes a {@link RecordsLostException}, which stops the stage. This needs
 * no request before the start and no coordination between instances.
 */
final class FailOnLostOffsets extends AnyTimestampClients {
    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        var strict = new HashMap<>(config);
        strict.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        return new StrictConsumer(strict);
    }

    private static final class StrictConsumer extends KafkaConsumer<byte[], byte[]> {
        StrictConsumer(Map<String, Object> config) {
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

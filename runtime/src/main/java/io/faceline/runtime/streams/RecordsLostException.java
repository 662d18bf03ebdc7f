package io.faceline.runtime.streams;

import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Retention deleted records before a stage read them. Deliberately not one of Kafka's own offset exceptions, which
 * Streams handles by silently resetting the offset.
 */
public final class RecordsLostException extends KafkaException {
    private static final long serialVersionUID = 1;

    RecordsLostException(Map<TopicPartition, Long> requested, Throwable cause) {
        super(
                "records were deleted before they were read, requested " + text(requested)
                        + "; to accept the loss, start once with FACELINE_KAFKA_AUTO_OFFSET_RESET=earliest",
                cause);
    }

    private static String text(Map<TopicPartition, Long> requested) {
        return requested.entrySet().stream()
                .map(entry -> entry.getKey() + " offset " + entry.getValue())
                .sorted()
                .collect(Collectors.joining(", "));
    }
}

package io.faceline.runtime.streams;

import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * The broker deleted records before a stage read them: retention overtook it. Deliberately not one of Kafka's own
 * offset exceptions, which Streams answers by going on elsewhere without a word.
 */
public final class RecordsLostException extends KafkaException {
    private static final long serialVersionUID = 1;

    RecordsLostException(Map<TopicPartition, Long> wanted, Throwable cause) {
        super(
                "records were deleted before they were read, wanted " + text(wanted)
                        + "; to accept the loss, start once with FACELINE_KAFKA_AUTO_OFFSET_RESET=earliest",
                cause);
    }

    private static String text(Map<TopicPartition, Long> wanted) {
        return wanted.entrySet().stream()
                .map(one -> one.getKey() + " offset " + one.getValue())
                .sorted()
                .collect(Collectors.joining(", "));
    }
}

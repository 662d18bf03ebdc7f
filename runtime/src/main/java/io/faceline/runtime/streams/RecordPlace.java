package io.faceline.runtime.streams;

import java.util.Optional;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Where a record is in Kafka. */
record RecordPlace(String topic, int partition, long offset) {
    static RecordPlace of(RecordMetadata metadata) {
        return new RecordPlace(metadata.topic(), metadata.partition(), metadata.offset());
    }

    /** The place that this text names; empty if it names none. */
    static Optional<RecordPlace> parse(String text) {
        var parts = text.split(" ", -1);
        try {
            return parts.length == 3
                    ? Optional.of(new RecordPlace(parts[0], Integer.parseInt(parts[1]), Long.parseLong(parts[2])))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return topic + " " + partition + " " + offset;
    }
}

package io.faceline.contracts.topic;

import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * A Kafka topic: name, value type, partitioning and configuration.
 *
 * @param config topic configuration of the broker
 */
public record Topic<V>(String name, Serde<V> valueSerde, Spread spread, Map<String, String> config) {
    /** How a topic is partitioned. */
    public enum Spread {
        /** One partition per possible thread of a lane. */
        LANE,
        /** Keyed by session; all these topics are co-partitioned so that one task sees all records of a session. */
        SESSION,
        /** Keyed by source, so that one task sees all frames of a source. */
        SOURCE,
        /** A single partition, so that its offset serves as a version. */
        ONE
    }

    public Topic {
        config = Map.copyOf(config);
    }

    public Serde<String> keySerde() {
        return Serdes.String();
    }
}

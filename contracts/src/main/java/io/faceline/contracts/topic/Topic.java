package io.faceline.contracts.topic;

import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * A topic: what it is called, what it holds and how long.
 *
 * @param config the broker's settings of the topic
 */
public record Topic<V>(String name, Serde<V> valueSerde, Spread spread, Map<String, String> config) {
    /** How a topic is cut into partitions. */
    public enum Spread {
        /** As many as a lane may have threads. */
        LANE,
        /** Keyed by session; the same number for all of these, or a session's records would not meet. */
        SESSION,
        /** One, so that its offset is a version. */
        ONE
    }

    public Topic {
        config = Map.copyOf(config);
    }

    public Serde<String> keySerde() {
        return Serdes.String();
    }
}

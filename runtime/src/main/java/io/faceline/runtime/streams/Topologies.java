package io.faceline.runtime.streams;

import io.faceline.contracts.topic.Topic;
import java.util.Map;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.jspecify.annotations.Nullable;

/** The first and the last line of every topology. */
public final class Topologies {
    private Topologies() {}

    /**
     * A builder that refuses a store or an internal topic without a name of ours: a made-up one changes with the
     * topology, and then its data is lost. Streams checks this while it builds, hence not in the application's settings.
     */
    public static StreamsBuilder builder() {
        return new StreamsBuilder(new TopologyConfig(new StreamsConfig(Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG, "unnamed",
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:0",
                StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true))));
    }

    /** The records of a topic. One without a value, which only a stranger can have sent, is a bad record. */
    public static <V> KStream<String, V> read(StreamsBuilder builder, Topic<V> topic, String name) {
        return builder.stream(topic.name(), consumed(topic, name))
                .peek((key, value) -> requireValue(value), Named.as(name + "-with-value"));
    }

    public static <V> Consumed<String, V> consumed(Topic<V> topic, String name) {
        return Consumed.with(topic.keySerde(), topic.valueSerde()).withName(name);
    }

    public static <V> Produced<String, V> produced(Topic<V> topic, String name) {
        return Produced.with(topic.keySerde(), topic.valueSerde()).withName(name);
    }

    private static void requireValue(@Nullable Object value) {
        if (value == null) {
            throw new BadRecordException("a record without a value");
        }
    }
}

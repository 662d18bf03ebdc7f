package io.faceline.runtime.streams;

import io.faceline.contracts.topic.Topic;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.jspecify.annotations.Nullable;

/** Sources and sinks of topologies. */
public final class Topologies {
    private Topologies() {}

    /**
     * A builder that rejects stores and internal topics without an explicit name: a generated name changes with the
     * topology, which loses the data. Streams checks this while building, so the application's settings cannot do it.
     */
    public static StreamsBuilder builder() {
        return new StreamsBuilder(new TopologyConfig(new StreamsConfig(Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG, "unnamed",
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:0",
                StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true))));
    }

    /** Reads a topic. A record without a value is a bad record; our own services never send one. */
    public static <V> KStream<String, V> read(StreamsBuilder builder, Topic<V> topic, String name) {
        return builder.stream(topic.name(), consumed(topic, name))
                .peek((key, value) -> requireValue(value), Named.as(name + "-with-value"));
    }

    /**
     * A processor that works on each record. A record during which the stage ended or hung twice is turned into a failed
     * one first, and also becomes a dead letter.
     *
     * @param failed turns an input into one that failed before, which the work passes on
     */
    public static <I, O> FixedKeyProcessorSupplier<String, I, O> guarded(Function<I, O> work, UnaryOperator<I> failed) {
        return () -> new GuardedProcessor<>(work, failed);
    }

    public static <V> Consumed<String, V> consumed(Topic<V> topic, String name) {
        return Consumed.with(topic.keySerde(), topic.valueSerde()).withName(name);
    }

    public static <V> Produced<String, V> produced(Topic<V> topic, String name) {
        return Produced.with(topic.keySerde(), topic.valueSerde()).withName(name);
    }

    private static void requireValue(@Nullable Object value) {
        if (value == null) {
            throw new BadRecordException("the record has no value");
        }
    }
}

package io.faceline.alerts.node;

import io.faceline.contracts.serde.RecordSerde;
import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.topic.Topics;
import io.faceline.runtime.store.StoreTable;
import io.faceline.runtime.store.Table;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Adds sources, sinks and stores of one processor to a topology. A sink of two processors would make one task of both. */
public final class Nodes {
    private final Topology topology;
    private final Topics topics;
    private final String processor;

    public Nodes(Topology topology, Topics topics, String processor) {
        this.topology = topology;
        this.topics = topics;
        this.processor = processor;
    }

    public static void source(Topology topology, String name, Topic<?> topic) {
        topology.addSource(name, new StringDeserializer(), topic.valueSerde().deserializer(), topic.name());
    }

    /** A source whose records often have the value of the one before. */
    public static void repeatedSource(Topology topology, String name, Topic<?> topic) {
        topology.addSource(
                name,
                new StringDeserializer(),
                RepeatedValues.reading(topic.valueSerde().deserializer()),
                topic.name());
    }

    /** A sink to which the same value is written under many keys, one after another. */
    public Nodes repeatedSink(String name, Topic<?> topic) {
        topology.addSink(
                name,
                topic.name(),
                new StringSerializer(),
                RepeatedValues.writing(topic.valueSerde().serializer()),
                processor);
        return this;
    }

    public Nodes sink(String name, Topic<?> topic) {
        topology.addSink(
                name, topic.name(), new StringSerializer(), topic.valueSerde().serializer(), processor);
        return this;
    }

    public <V extends Record> Nodes store(String name, Class<V> value) {
        return store(name, RecordSerde.cbor(value));
    }

    /** In memory, since stores on disk keep deleted bytes. */
    public <V> Nodes store(String name, Serde<V> value) {
        StoreBuilder<KeyValueStore<String, V>> store = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(name), Serdes.String(), value)
                .withLoggingEnabled(topics.people().config());
        topology.addStateStore(store, processor);
        return this;
    }

    /** The table of a task. */
    public static <V> Table<V> table(ProcessorContext<?, ?> context, String name) {
        return new StoreTable<>(context.<KeyValueStore<String, V>>getStateStore(name));
    }
}

package io.faceline.tracker;

import static org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore;
import static org.apache.kafka.streams.state.Stores.keyValueStoreBuilder;

import io.faceline.contracts.serde.RecordSerde;
import io.faceline.contracts.topic.Topics;
import io.faceline.contracts.track.Sighting;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** Sightings go in, tracks come out. */
public final class TrackerTopology {
    static final String SOURCES = "sources";
    static final String WAITING = "waiting";
    static final String WRITE_TRACKS = "write-tracks";

    private static final String READ_SIGHTINGS = "read-sightings";
    private static final String FOLLOW_FACES = "follow-faces";

    private TrackerTopology() {}

    static Topology build(Topics topics, TrackerSettings settings, TrackerMetrics metrics) {
        var sightings = topics.sightings();
        var tracks = topics.tracks();
        var topology = new Topology();
        topology.addSource(
                READ_SIGHTINGS, new StringDeserializer(), sightings.valueSerde().deserializer(), sightings.name());
        topology.addProcessor(FOLLOW_FACES, () -> new TrackProcessor(settings.window(), metrics), READ_SIGHTINGS);
        topology.addStateStore(store(topics, SOURCES, RecordSerde.cbor(SourceState.class)), FOLLOW_FACES);
        topology.addStateStore(store(topics, WAITING, RecordSerde.cbor(Sighting.class)), FOLLOW_FACES);
        topology.addSink(
                WRITE_TRACKS,
                tracks.name(),
                new StringSerializer(),
                tracks.valueSerde().serializer(),
                FOLLOW_FACES);
        return topology;
    }

    /**
     * In memory, since stores on disk keep deleted bytes. Cached, since a source changes with each of its frames: only the
     * last state before a commit is written.
     */
    private static <V> StoreBuilder<KeyValueStore<String, V>> store(Topics topics, String name, Serde<V> serde) {
        return keyValueStoreBuilder(inMemoryKeyValueStore(name), Serdes.String(), serde)
                .withCachingEnabled()
                .withLoggingEnabled(topics.people().config());
    }
}

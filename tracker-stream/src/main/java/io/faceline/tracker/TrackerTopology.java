package io.faceline.tracker;

import static org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore;
import static org.apache.kafka.streams.state.Stores.keyValueStoreBuilder;

import io.faceline.contracts.serde.RecordSerde;
import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.topic.Topics;
import io.faceline.contracts.track.Appearance;
import io.faceline.contracts.track.Sighting;
import io.faceline.contracts.track.TrackedVideo;
import io.faceline.runtime.store.DeadLetterBox;
import io.faceline.tracker.known.KnownStores;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** Sightings go in, tracks, tracked frames and appearances come out. */
public final class TrackerTopology {
    static final String SOURCES = "sources";
    static final String WAITING = "waiting";
    static final String ENDED = "ended-tracks";
    static final String APPEARANCES = "appearances";
    static final String VIDEOS = "videos";

    static final String WRITE_TRACKS = "write-tracks";
    static final String WRITE_TRACK_SHOTS = "write-track-shots";
    static final String WRITE_TRACKED_FRAMES = "write-tracked-frames";
    static final String WRITE_TRACKED_VIDEOS = "write-tracked-videos";
    static final String WRITE_APPEARANCES = "write-appearances";
    static final String WRITE_SHOTS = "write-shots";
    static final String WRITE_CORRECTIONS = "write-corrections";
    static final String WRITE_DEAD_LETTERS = "write-dead-letters";

    private static final String READ_SIGHTINGS = "read-sightings";
    private static final String FOLLOW_FACES = "follow-faces";

    private TrackerTopology() {}

    static Topology build(Topics topics, TrackerSettings settings, TrackerMetrics metrics) {
        var sightings = topics.sightings();
        var letters = new DeadLetterBox(TrackerMain.NAME);
        var topology = new Topology();
        KnownStores.addTo(topology, topics, letters);
        topology.addSource(
                READ_SIGHTINGS, new StringDeserializer(), sightings.valueSerde().deserializer(), sightings.name());
        topology.addProcessor(
                FOLLOW_FACES,
                () -> new TrackProcessor(settings.window(), topics.retention().replaced(), metrics, letters),
                READ_SIGHTINGS);
        addStores(topology, topics);
        addSink(topology, WRITE_TRACKS, topics.tracks());
        addSink(topology, WRITE_TRACK_SHOTS, topics.alerting().trackShots());
        addSink(topology, WRITE_TRACKED_FRAMES, topics.trackedFrames());
        addSink(topology, WRITE_TRACKED_VIDEOS, topics.trackedVideos());
        addSink(topology, WRITE_APPEARANCES, topics.appearances());
        addSink(topology, WRITE_SHOTS, topics.shots());
        addSink(topology, WRITE_CORRECTIONS, topics.corrections());
        addSink(topology, WRITE_DEAD_LETTERS, topics.deadLetters());
        return topology;
    }

    /**
     * What tells which records are to be erased is written at once, before them; and a track that ended before the state of
     * its source, which does not know it any more.
     */
    private static void addStores(Topology topology, Topics topics) {
        topology.addStateStore(cached(topics, SOURCES, RecordSerde.cbor(SourceState.class)), FOLLOW_FACES)
                .addStateStore(cached(topics, WAITING, RecordSerde.cbor(Sighting.class)), FOLLOW_FACES)
                .addStateStore(store(topics, ENDED, RecordSerde.cbor(EndedTrack.class)), FOLLOW_FACES)
                .addStateStore(store(topics, APPEARANCES, RecordSerde.cbor(Appearance.class)), FOLLOW_FACES)
                .addStateStore(store(topics, VIDEOS, RecordSerde.cbor(TrackedVideo.class)), FOLLOW_FACES);
    }

    private static void addSink(Topology topology, String name, Topic<?> topic) {
        topology.addSink(
                name, topic.name(), new StringSerializer(), topic.valueSerde().serializer(), FOLLOW_FACES);
    }

    /** Cached, since a source changes with each of its frames: only the last state before a commit is written. */
    private static <V> StoreBuilder<KeyValueStore<String, V>> cached(Topics topics, String name, Serde<V> serde) {
        return store(topics, name, serde).withCachingEnabled();
    }

    /** In memory, since stores on disk keep deleted bytes. */
    private static <V> StoreBuilder<KeyValueStore<String, V>> store(Topics topics, String name, Serde<V> serde) {
        return keyValueStoreBuilder(inMemoryKeyValueStore(name), Serdes.String(), serde)
                .withLoggingEnabled(topics.people().config());
    }
}

package io.faceline.systemtests.chaos;

import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.track.Appearance;
import io.faceline.contracts.track.Sighting;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.contracts.track.TrackedFrame;
import io.faceline.contracts.track.TrackedVideo;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.systemtests.kafka.TopicRecords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What the trackers read and wrote.
 *
 * @param sightings as the trackers see them, with those of transactions that were aborted
 * @param frames every record in order
 * @param tracks likewise
 * @param appearances the last record of each key
 * @param videos likewise
 */
record TrackEvidence(
        Map<Source, List<Sighting>> sightings,
        Map<Source, List<TrackedFrame>> frames,
        Map<Source, List<TrackUpdate>> tracks,
        Map<String, Appearance> appearances,
        Map<String, TrackedVideo> videos) {
    /** A source of a session; the name of a video's source is its job. */
    record Source(SessionId session, String name) {
        static Source of(FrameFacts facts) {
            return new Source(facts.session(), facts.source());
        }
    }

    static TrackEvidence read(KafkaSettings kafka) {
        var topics = kafka.topics();
        var byTopic = uncommitted(kafka)
                .read(Stream.of(
                                topics.sightings(),
                                topics.trackedFrames(),
                                topics.tracks(),
                                topics.appearances(),
                                topics.trackedVideos())
                        .map(Topic::name)
                        .toList())
                .stream()
                .collect(Collectors.groupingBy(ConsumerRecord::topic));
        return new TrackEvidence(
                bySource(
                        topics.sightings(),
                        byTopic,
                        sighting -> Source.of(sighting.match().facts())),
                bySource(topics.trackedFrames(), byTopic, frame -> Source.of(frame.facts())),
                bySource(topics.tracks(), byTopic, track -> new Source(track.session(), track.source())),
                latest(topics.appearances(), byTopic),
                latest(topics.trackedVideos(), byTopic));
    }

    private static TopicRecords uncommitted(KafkaSettings kafka) {
        var properties = new HashMap<>(TopicRecords.committed(kafka).properties());
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
        return new TopicRecords(properties);
    }

    private static <V> Map<Source, List<V>> bySource(
            Topic<V> topic, Map<String, List<ConsumerRecord<String, byte[]>>> byTopic, Function<V, Source> source) {
        var found = new LinkedHashMap<Source, List<V>>();
        for (var read : byTopic.getOrDefault(topic.name(), List.of())) {
            var value = value(topic, read);
            found.computeIfAbsent(source.apply(value), any -> new ArrayList<>()).add(value);
        }
        return found;
    }

    private static <V> Map<String, V> latest(
            Topic<V> topic, Map<String, List<ConsumerRecord<String, byte[]>>> byTopic) {
        var latest = new LinkedHashMap<String, V>();
        for (var read : byTopic.getOrDefault(topic.name(), List.of())) {
            if (read.value() == null) {
                latest.remove(read.key());
            } else {
                latest.put(read.key(), value(topic, read));
            }
        }
        return latest;
    }

    private static <V> V value(Topic<V> topic, ConsumerRecord<String, byte[]> read) {
        return Objects.requireNonNull(
                topic.valueSerde().deserializer().deserialize(topic.name(), read.value()), "a record without a value");
    }

    /** The appearances of a job, as of version 0, in the order in which they began. */
    List<Appearance> appearancesOf(String job) {
        return appearances.values().stream()
                .filter(appearance -> appearance.job().equals(job))
                .map(appearance -> appearance.at(0))
                .sorted(Comparator.comparingLong(Appearance::number))
                .toList();
    }
}

package io.faceline.systemtests.chaos;

import io.faceline.contracts.topic.Topic;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.systemtests.kafka.TopicRecords;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the compacted topics of the trackers hold of videos: the last record of every key. */
record StoredVideos(KafkaSettings kafka) {
    private static final List<String> CHANGELOGS = List.of(
            "tracker-sources-changelog",
            "tracker-waiting-changelog",
            "tracker-ended-tracks-changelog",
            "tracker-appearances-changelog",
            "tracker-videos-changelog");

    /** Topics and keys that name one of these jobs. */
    List<String> of(Collection<String> jobs) {
        var topics = kafka.topics();
        return Stream.concat(
                        Stream.of(topics.appearances(), topics.shots(), topics.trackedVideos(), topics.corrections())
                                .map(Topic::name),
                        CHANGELOGS.stream().map(name -> kafka.topicPrefix() + name))
                .flatMap(topic -> keys(topic, jobs).map(key -> topic + " " + key))
                .toList();
    }

    private Stream<String> keys(String topic, Collection<String> jobs) {
        var keys = new TreeSet<String>();
        for (var read : TopicRecords.committed(kafka).read(topic)) {
            if (read.value() == null) {
                keys.remove(read.key());
            } else if (jobs.stream().anyMatch(read.key()::contains)) {
                keys.add(read.key());
            }
        }
        return keys.stream();
    }
}

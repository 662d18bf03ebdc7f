package io.faceline.systemtests.alertchaos;

import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.delivery.Delivery;
import io.faceline.contracts.delivery.DeliveryState;
import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.track.TrackEnd;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.systemtests.kafka.TopicRecords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What the topics say of committed transactions.
 *
 * @param alerts every revision in the order of the topic
 * @param tracks every record, those of a source in order
 * @param deliveries the last record of each key
 */
record AlertEvidence(List<Alert> alerts, List<TrackUpdate> tracks, Map<String, Delivery> deliveries) {
    static AlertEvidence read(KafkaSettings kafka) {
        var topics = kafka.topics();
        var alerting = topics.alerting();
        var byTopic = TopicRecords.committed(kafka)
                .read(Stream.of(alerting.alerts(), topics.tracks(), alerting.deliveries())
                        .map(Topic::name)
                        .toList())
                .stream()
                .collect(Collectors.groupingBy(ConsumerRecord::topic));
        return new AlertEvidence(
                values(alerting.alerts(), byTopic),
                values(topics.tracks(), byTopic),
                latest(alerting.deliveries(), byTopic));
    }

    private static <V> List<V> values(Topic<V> topic, Map<String, List<ConsumerRecord<String, byte[]>>> byTopic) {
        var values = new ArrayList<V>();
        for (var read : byTopic.getOrDefault(topic.name(), List.of())) {
            values.add(value(topic, read));
        }
        return values;
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

    Map<AlertId, List<Alert>> byAlert() {
        return alerts.stream().collect(Collectors.groupingBy(Alert::id, LinkedHashMap::new, Collectors.toList()));
    }

    /** Messages that are still to be sent. */
    long waiting() {
        return deliveries.values().stream()
                .filter(delivery -> delivery.state() == DeliveryState.WAITING)
                .count();
    }

    /** Whether a source was silent for so long that its tracks ended. */
    boolean isCut() {
        return tracks.stream()
                .anyMatch(track -> track.end() == TrackEnd.SOURCE_SILENT || track.end() == TrackEnd.SOURCE_RESTARTED);
    }
}

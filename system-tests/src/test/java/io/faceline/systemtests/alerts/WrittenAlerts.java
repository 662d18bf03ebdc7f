package io.faceline.systemtests.alerts;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.topic.Topic;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.systemtests.kafka.TopicRecords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands in the topic of alerts, as a program reads it that sees no record of an aborted transaction. */
record WrittenAlerts(KafkaSettings kafka) {
    /** The revisions of each alert, as they were written. */
    Map<AlertId, List<Alert>> all() {
        Topic<Alert> topic = kafka.topics().alerting().alerts();
        return TopicRecords.committed(kafka).read(topic.name()).stream()
                .filter(read -> read.value() != null)
                .map(read -> topic.valueSerde().deserializer().deserialize(topic.name(), read.value()))
                .collect(groupingBy(Alert::id, LinkedHashMap::new, toList()));
    }
}

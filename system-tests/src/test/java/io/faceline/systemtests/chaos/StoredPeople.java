package io.faceline.systemtests.chaos;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.person.Reference;
import io.faceline.contracts.serde.RecordSerde;
import io.faceline.contracts.session.SessionEnrollments;
import io.faceline.contracts.topic.Topic;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.systemtests.kafka.TopicRecords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** Who is in the current values of the compacted topics: the last record of every key. */
record StoredPeople(KafkaSettings kafka) {
    private static final String ENROLLMENTS = "matcher-enrollments-changelog";

    /** Where each person is, who is not there as deleted only. Marks of deleted people are left out. */
    Map<PersonId, List<String>> find() {
        var found = new TreeMap<PersonId, List<String>>(Comparator.comparing(PersonId::value));
        var topics = kafka.topics();
        current(topics.people()).forEach((key, person) -> {
            if (!person.deleted()) {
                note(found, person.id(), "people");
            }
        });
        current(topics.gallery()).forEach((key, reference) -> note(found, reference.person(), "gallery"));
        for (var reference : enrollments()) {
            note(found, reference.person(), ENROLLMENTS);
        }
        return found;
    }

    private List<Reference> enrollments() {
        var serde = RecordSerde.cbor(SessionEnrollments.class);
        return current(kafka.topicPrefix() + ENROLLMENTS, serde.deserializer()).values().stream()
                .flatMap(session -> session.references().stream())
                .toList();
    }

    private <V> Map<String, V> current(Topic<V> topic) {
        return current(topic.name(), topic.valueSerde().deserializer());
    }

    private <V> Map<String, V> current(String topic, Deserializer<V> deserializer) {
        var values = new LinkedHashMap<String, V>();
        for (ConsumerRecord<String, byte[]> read : TopicRecords.committed(kafka).read(topic)) {
            if (read.value() == null) {
                values.remove(read.key());
            } else {
                values.put(read.key(), deserializer.deserialize(topic, read.value()));
            }
        }
        return values;
    }

    private static void note(Map<PersonId, List<String>> found, PersonId person, String place) {
        found.merge(person, List.of(place), (some, more) -> {
            var all = new ArrayList<>(some);
            all.addAll(more);
            return all;
        });
    }
}

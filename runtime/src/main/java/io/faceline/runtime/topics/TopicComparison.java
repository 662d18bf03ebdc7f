package io.faceline.runtime.topics;

import io.faceline.contracts.topic.Topic;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Compares the configuration of a topic with what faceline would create. */
final class TopicComparison {
    private static final String MAX_RECORD = "max.message.bytes";
    private static final List<String> COMPARED = List.of(
            "cleanup.policy",
            "retention.ms",
            "segment.ms",
            "retention.bytes",
            "segment.bytes",
            MAX_RECORD,
            "message.timestamp.type",
            "max.compaction.lag.ms");

    private TopicComparison() {}

    /** @param actual the topic's configuration on the broker */
    static List<TopicDifference> of(Topic<?> topic, Map<String, String> actual) {
        var expected = topic.config();
        return COMPARED.stream()
                .filter(name -> expected.containsKey(name) && actual.containsKey(name))
                .map(name -> new TopicDifference(
                        name, Objects.requireNonNull(actual.get(name)), Objects.requireNonNull(expected.get(name))))
                .filter(TopicComparison::matters)
                .toList();
    }

    private static boolean matters(TopicDifference difference) {
        if (MAX_RECORD.equals(difference.setting())) {
            return Long.parseLong(difference.actual()) < Long.parseLong(difference.expected());
        }
        return !difference.actual().equals(difference.expected());
    }
}

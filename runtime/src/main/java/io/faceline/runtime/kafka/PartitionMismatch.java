package io.faceline.runtime.kafka;

import io.faceline.contracts.topic.Topic;

/** What to say about a topic that has other partitions than the settings say. */
final class PartitionMismatch {
    private PartitionMismatch() {}

    static String message(Topic<?> topic, int actual, int expected) {
        return "topic " + topic.name() + " has " + actual + " partitions and must have " + expected
                + "; counts are fixed once a topic is made: " + remedy(topic.spread(), actual);
    }

    private static String remedy(Topic.Spread spread, int actual) {
        return switch (spread) {
            case LANE -> "set FACELINE_LANE_PARTITIONS=" + actual + " or another FACELINE_TOPIC_PREFIX";
            case SESSION -> "set FACELINE_SESSION_PARTITIONS=" + actual + " or another FACELINE_TOPIC_PREFIX";
            case ONE -> "set another FACELINE_TOPIC_PREFIX";
        };
    }
}

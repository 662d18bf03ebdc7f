package io.faceline.runtime.kafka;

import io.faceline.contracts.topic.Topic;

/** The error message for a topic whose partition count differs from the settings. */
final class PartitionMismatch {
    private PartitionMismatch() {}

    static String message(Topic<?> topic, int actual, int expected) {
        return "topic " + topic.name() + " has " + actual + " partitions, expected " + expected
                + "; the count cannot change once a topic is created: " + remedy(topic.spread(), actual);
    }

    private static String remedy(Topic.Spread spread, int actual) {
        return switch (spread) {
            case LANE -> "set FACELINE_LANE_PARTITIONS=" + actual + " or a different FACELINE_TOPIC_PREFIX";
            case SESSION -> "set FACELINE_SESSION_PARTITIONS=" + actual + " or a different FACELINE_TOPIC_PREFIX";
            case ONE -> "set a different FACELINE_TOPIC_PREFIX";
        };
    }
}

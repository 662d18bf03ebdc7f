package io.faceline.runtime.topics;

import io.faceline.contracts.topic.Topic;

/** The error message for a topic whose partition count differs from the settings. */
final class PartitionMismatch {
    private PartitionMismatch() {}

    /** @param addition the command that adds the missing partitions of a lane */
    static String message(Topic<?> topic, int actual, int expected, String addition) {
        return "topic " + topic.name() + " has " + actual + " partitions, expected " + expected + "; "
                + remedy(topic.spread(), actual, expected, addition);
    }

    private static String remedy(Topic.Spread spread, int actual, int expected, String addition) {
        return switch (spread) {
            case LANE ->
                actual < expected
                        ? "a lane can grow: " + addition
                        : "the count cannot shrink: set FACELINE_LANE_PARTITIONS=" + actual;
            case SESSION, SOURCE ->
                "the count cannot change once a topic is created: set FACELINE_SESSION_PARTITIONS=" + actual
                        + " or a different FACELINE_TOPIC_PREFIX";
            case ONE -> "the count cannot change once a topic is created: set a different FACELINE_TOPIC_PREFIX";
        };
    }
}

package io.faceline.runtime.topics;

/** A configuration of an existing topic that differs from what faceline would create. */
record TopicDifference(String setting, String actual, String expected) {
    private static final String CLEANUP = "cleanup.policy";
    private static final String RETENTION = "retention.ms";
    private static final String UNLIMITED = "-1";

    /** Whether Kafka deletes records that must stay: the gallery and the people would be gone after a while. */
    boolean losesRecords() {
        return CLEANUP.equals(setting) && "compact".equals(expected) && actual.contains("delete");
    }

    /** Whether mending it deletes records that are still kept. */
    boolean isMendedByDeleting() {
        return RETENTION.equals(setting)
                && (UNLIMITED.equals(actual) || Long.parseLong(actual) > Long.parseLong(expected));
    }

    @Override
    public String toString() {
        return setting + "=" + actual + " instead of " + expected;
    }
}

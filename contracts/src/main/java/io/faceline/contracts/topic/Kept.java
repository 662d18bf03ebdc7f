package io.faceline.contracts.topic;

import java.time.Duration;
import java.util.Map;

/** How long a topic keeps its records, as the broker's settings. */
final class Kept {
    private Kept() {}

    /**
     * The latest record of every key. What was replaced or deleted may go after this time, and goes with the first
     * compaction after the next write.
     */
    static Map<String, String> latest(Duration replaced) {
        return Map.of(
                "cleanup.policy", "compact",
                "max.compaction.lag.ms", millis(replaced),
                "segment.ms", millis(replaced),
                "delete.retention.ms", millis(Duration.ofDays(1)));
    }

    static Map<String, String> during(Duration time) {
        // The active segment is deleted only after it rolled, so it must roll well within the time.
        var segment = time.compareTo(Duration.ofHours(4)) > 0 ? Duration.ofHours(1) : time.dividedBy(4);
        return Map.of("cleanup.policy", "delete", "retention.ms", millis(time), "segment.ms", millis(segment));
    }

    private static String millis(Duration time) {
        return Long.toString(time.toMillis());
    }
}

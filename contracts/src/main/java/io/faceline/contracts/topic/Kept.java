package io.faceline.contracts.topic;

import java.time.Duration;
import java.util.Map;

/** Retention and cleanup settings of topics. */
final class Kept {
    private Kept() {}

    /**
     * Keeps the latest record of every key. Replaced and deleted records become eligible for compaction after this
     * time, and disappear with the first compaction after the next write.
     */
    static Map<String, String> latest(Duration replaced) {
        return Map.of(
                "cleanup.policy", "compact",
                "max.compaction.lag.ms", millis(replaced),
                "segment.ms", millis(replaced),
                "delete.retention.ms", millis(Duration.ofDays(1)));
    }

    static Map<String, String> during(Duration retention) {
        // The active segment is deleted only after it is rolled, so it must roll well within the retention time.
        var segment = retention.compareTo(Duration.ofHours(4)) > 0 ? Duration.ofHours(1) : retention.dividedBy(4);
        return Map.of("cleanup.policy", "delete", "retention.ms", millis(retention), "segment.ms", millis(segment));
    }

    private static String millis(Duration retention) {
        return Long.toString(retention.toMillis());
    }
}

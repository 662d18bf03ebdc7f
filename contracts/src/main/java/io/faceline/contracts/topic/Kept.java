package io.faceline.contracts.topic;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Retention and cleanup settings of topics. In every topic the broker's clock decides: anyone may write frames, and with
 * the writer's timestamps footage of yesterday would be deleted before it is read, and a clock that runs ahead would keep
 * records for as long as it is ahead. Compacted topics have no retention, but Kafka rolls their segments and counts the
 * compaction lag by timestamps as well, so that a writer's wrong clock would keep deleted people on disk.
 */
final class Kept {
    private static final String TIMESTAMP_TYPE = "message.timestamp.type";
    private static final String BROKER_CLOCK = "LogAppendTime";

    private Kept() {}

    /**
     * Keeps the latest record of every key. Replaced and deleted records become eligible for compaction after this
     * time, and disappear with the first compaction after the next write.
     */
    static Map<String, String> latest(Duration replaced) {
        return Map.of(
                "cleanup.policy",
                "compact",
                "max.compaction.lag.ms",
                millis(replaced),
                "segment.ms",
                millis(replaced),
                "delete.retention.ms",
                millis(Duration.ofDays(1)),
                TIMESTAMP_TYPE,
                BROKER_CLOCK);
    }

    /** Keeps records for this time, and of a partition no more than these bytes: whichever ends first. */
    static Map<String, String> during(Duration retention, TopicBudget.PartitionBytes bytes) {
        // The active segment is deleted only after it is rolled, so it must roll well within the retention time.
        var segment = retention.compareTo(Duration.ofHours(4)) > 0 ? Duration.ofHours(1) : retention.dividedBy(4);
        return Map.of(
                "cleanup.policy",
                "delete",
                "retention.ms",
                millis(retention),
                "segment.ms",
                millis(segment),
                "retention.bytes",
                Long.toString(bytes.kept()),
                "segment.bytes",
                Long.toString(bytes.segment()),
                TIMESTAMP_TYPE,
                BROKER_CLOCK);
    }

    /** The latest record of every key, for this time; replaced and deleted ones as {@link #latest}. */
    static Map<String, String> latestDuring(Duration retention, Duration replaced, TopicBudget.PartitionBytes bytes) {
        var config = new HashMap<>(during(retention, bytes));
        config.putAll(latest(replaced));
        config.put("cleanup.policy", "compact,delete");
        return config;
    }

    private static String millis(Duration retention) {
        return Long.toString(retention.toMillis());
    }
}

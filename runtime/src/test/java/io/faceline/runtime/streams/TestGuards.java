package io.faceline.runtime.streams;

import io.faceline.contracts.topic.Topic;
import java.util.Map;

/** Guards of stages that ended before, for topology tests. */
public final class TestGuards {
    private TestGuards() {}

    /** Properties of a stage that ended twice during the record at this offset of partition 0. */
    public static Map<String, Object> endedTwiceDuring(Topic<?> topic, long offset) {
        var guard = RecordGuard.inMemory("test");
        var place = new RecordPlace(topic.name(), 0, offset);
        guard.count(place, new IllegalStateException("a bug"));
        guard.count(place, new IllegalStateException("a bug"));
        return Map.of(RecordGuard.CONFIG, guard);
    }

    /** Properties of a stage whose topics of sessions have so many partitions. */
    public static Map<String, Object> sessionPartitions(int count) {
        return Map.of(KeyPartition.CONFIG, count);
    }
}

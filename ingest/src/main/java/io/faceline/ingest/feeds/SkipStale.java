package io.faceline.ingest.feeds;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Skips what is too old. After an hour of absence, or behind a flood, whoever read all that only to say that it is too old
 * would keep the new pictures waiting until they are too old as well. Confined to the reading thread.
 */
final class SkipStale {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Duration staleAfter;
    private final OpenOffsets open;
    private final FeedMetrics metrics;

    SkipStale(Duration staleAfter, OpenOffsets open, FeedMetrics metrics) {
        this.staleAfter = staleAfter;
        this.open = open;
        this.metrics = metrics;
    }

    /** In partitions whose newest polled record is too old, goes on with the first one that is not. */
    void after(ConsumerRecords<byte[], byte[]> polled, Consumer<byte[], byte[]> consumer, Instant now) {
        var since = now.minus(staleAfter).toEpochMilli();
        Map<TopicPartition, Long> behind = new HashMap<>();
        for (var partition : polled.partitions()) {
            var read = polled.records(partition);
            var newest = read.get(read.size() - 1).timestamp();
            if (newest >= 0 && newest < since) {
                behind.put(partition, since);
            }
        }
        if (!behind.isEmpty()) {
            skip(behind, consumer);
        }
    }

    private void skip(Map<TopicPartition, Long> behind, Consumer<byte[], byte[]> consumer) {
        // Asked for first: what is behind them then is not skipped if nothing is new.
        var ends = consumer.endOffsets(Set.copyOf(behind.keySet()), TIMEOUT);
        var fresh = consumer.offsetsForTimes(behind, TIMEOUT);
        for (var partition : behind.keySet()) {
            move(partition, target(fresh.get(partition), ends.getOrDefault(partition, 0L)), consumer);
        }
    }

    private static long target(@Nullable OffsetAndTimestamp fresh, long end) {
        return fresh == null ? end : fresh.offset();
    }

    private void move(TopicPartition partition, long target, Consumer<byte[], byte[]> consumer) {
        var skipped = target - consumer.position(partition, TIMEOUT);
        if (skipped > 0) {
            consumer.seek(partition, target);
            open.moved(partition, target);
            metrics.skipped(skipped);
        }
    }
}

package io.faceline.runtime.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** Positions a consumer without a group. Offsets are resolved immediately, so that no later record is missed. */
public final class StartPosition {
    private StartPosition() {}

    /** Assigns all partitions, seeks, and returns their current end offsets. */
    public static Map<TopicPartition, Long> seek(Consumer<?, ?> consumer, String topic, StartOffset from) {
        return seek(consumer, partitions(consumer, topic), from);
    }

    /** Assigns only the partition of this key, seeks, and returns its current end offset. */
    public static Map<TopicPartition, Long> seek(Consumer<?, ?> consumer, String topic, String key, StartOffset from) {
        var count = partitions(consumer, topic).size();
        return seek(consumer, List.of(new TopicPartition(topic, partitionOf(key, count))), from);
    }

    private static Map<TopicPartition, Long> seek(
            Consumer<?, ?> consumer, List<TopicPartition> partitions, StartOffset from) {
        consumer.assign(partitions);
        var ends = consumer.endOffsets(partitions);
        starts(consumer, partitions, from, ends).forEach(consumer::seek);
        return ends;
    }

    private static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
        var infos = consumer.partitionsFor(topic);
        if (infos == null || infos.isEmpty()) {
            throw new IllegalStateException("there is no topic " + topic);
        }
        return infos.stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    /** The partition that Kafka's default partitioner chooses for this key. */
    public static int partitionOf(String key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions;
    }

    private static Map<TopicPartition, Long> starts(
            Consumer<?, ?> consumer,
            List<TopicPartition> partitions,
            StartOffset from,
            Map<TopicPartition, Long> ends) {
        if (from instanceof StartOffset.Earliest) {
            return consumer.beginningOffsets(partitions);
        }
        if (from instanceof StartOffset.At at) {
            return at(consumer, at.time(), ends);
        }
        if (from instanceof StartOffset.Offsets offsets) {
            return offsets(offsets.next(), ends);
        }
        return ends;
    }

    private static Map<TopicPartition, Long> at(Consumer<?, ?> consumer, Instant time, Map<TopicPartition, Long> ends) {
        var times = new HashMap<TopicPartition, Long>();
        ends.keySet().forEach(partition -> times.put(partition, time.toEpochMilli()));
        var starts = new HashMap<>(ends);
        consumer.offsetsForTimes(times).forEach((partition, found) -> put(starts, partition, found));
        return starts;
    }

    /** Offsets are capped at the end: beyond it Kafka would reset to the earliest offset. */
    private static Map<TopicPartition, Long> offsets(Map<Integer, Long> next, Map<TopicPartition, Long> ends) {
        var starts = new HashMap<TopicPartition, Long>();
        ends.forEach((partition, end) ->
                starts.put(partition, Math.min(next.getOrDefault(partition.partition(), end), end)));
        return starts;
    }

    private static void put(
            Map<TopicPartition, Long> starts, TopicPartition partition, @Nullable OffsetAndTimestamp found) {
        if (found != null) {
            starts.put(partition, found.offset());
        }
    }
}

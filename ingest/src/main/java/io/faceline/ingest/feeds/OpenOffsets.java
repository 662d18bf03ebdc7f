package io.faceline.ingest.feeds;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * The records that were read and have no answer yet. The group's offsets stay before them, so that whoever takes over
 * reads them again. Thread-safe.
 */
final class OpenOffsets {
    @GuardedBy("this")
    private final Map<TopicPartition, TreeSet<Long>> open = new HashMap<>();

    @GuardedBy("this")
    private final Map<TopicPartition, Long> positions = new HashMap<>();

    @GuardedBy("this")
    private final Map<TopicPartition, Long> committed = new HashMap<>();

    /** Begins a partition whose next record is this one. */
    synchronized void assigned(TopicPartition partition, long position) {
        open.put(partition, new TreeSet<>());
        positions.put(partition, position);
    }

    /** Forgets partitions that others read from now on. */
    synchronized void lost(Collection<TopicPartition> partitions) {
        for (var partition : partitions) {
            open.remove(partition);
            positions.remove(partition);
            committed.remove(partition);
        }
    }

    synchronized void begin(TopicPartition partition, long offset) {
        open.computeIfAbsent(partition, any -> new TreeSet<>()).add(offset);
        positions.put(partition, offset + 1);
    }

    /** What is before this record is not read. */
    synchronized void moved(TopicPartition partition, long position) {
        positions.put(partition, position);
    }

    synchronized void done(TopicPartition partition, long offset) {
        var of = open.get(partition);
        if (of != null) {
            of.remove(offset);
        }
    }

    /** The offsets of all partitions that changed since they were last committed. */
    synchronized Map<TopicPartition, OffsetAndMetadata> toCommit() {
        var changed = new HashMap<TopicPartition, OffsetAndMetadata>();
        positions.forEach((partition, position) -> {
            var of = open.get(partition);
            var next = of == null || of.isEmpty() ? position : of.first();
            if (!next.equals(committed.get(partition))) {
                changed.put(partition, new OffsetAndMetadata(next));
            }
        });
        return changed;
    }

    synchronized void committed(Map<TopicPartition, OffsetAndMetadata> offsets) {
        offsets.forEach((partition, offset) -> {
            if (positions.containsKey(partition)) {
                committed.put(partition, offset.offset());
            }
        });
    }
}

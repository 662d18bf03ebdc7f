package io.faceline.runtime.streams;

import io.faceline.runtime.kafka.StartPosition;
import java.util.Map;

/**
 * Checks that a record of a topic that is partitioned by session lies in the partition of its key: another task has the
 * state of a session elsewhere. Foreign producers choose other partitions: kcat and kafkajs hash differently.
 */
public final class KeyPartition {
    /** Configuration key that passes the number of partitions to processors created by Kafka Streams. */
    static final String CONFIG = "faceline.session.partitions";

    private final int count;

    private KeyPartition(int count) {
        this.count = count;
    }

    /** With the partitions of the stage; one in topology tests without the setting. */
    public static KeyPartition of(Map<String, ?> config) {
        return new KeyPartition(config.get(CONFIG) instanceof Integer count ? count : 1);
    }

    /** Whether the records of a key belong to this partition. */
    public boolean holds(String key, int partition) {
        return StartPosition.partitionOf(key, count) == partition;
    }

    /** @throws BadRecordException when the key belongs to another partition */
    public void require(String key, int partition) {
        var expected = StartPosition.partitionOf(key, count);
        if (expected != partition) {
            throw new BadRecordException("the record of key " + key + " must be in partition " + expected
                    + ", as murmur2 of the key says, was in " + partition);
        }
    }
}

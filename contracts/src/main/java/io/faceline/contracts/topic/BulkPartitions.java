package io.faceline.contracts.topic;

import io.faceline.contracts.identity.FrameId;

/**
 * Assigns the frames of the bulk lane to partitions in turn (round-robin). A hash would leave threads idle by chance,
 * since only a few frames of a job are in flight at once.
 */
public final class BulkPartitions {
    private BulkPartitions() {}

    /** The partition, 0 up to {@code count}, for a frame id made by {@link FrameId#of}; any other id by its hash. */
    public static int of(String frameId, int count) {
        var sequence = frameId.substring(frameId.lastIndexOf('/') + 1);
        return Math.floorMod(isNumber(sequence) ? Long.hashCode(Long.parseLong(sequence)) : frameId.hashCode(), count);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() < 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}

package io.faceline.contracts.identity;

import io.faceline.contracts.Checks;

/**
 * The id of a frame: created once by its sender, the same on a retry and through all stages. The position of a record
 * in Kafka (topic, partition, offset) is no identity.
 */
public record FrameId(String value) {
    public FrameId {
        Checks.id("frame id", value);
    }

    /** The id of the frame with this sequence number within a source or job. */
    public static FrameId of(String origin, long sequence) {
        return new FrameId(origin + "/" + sequence);
    }

    @Override
    public String toString() {
        return value;
    }
}

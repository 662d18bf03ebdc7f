package io.faceline.contracts.identity;

import io.faceline.contracts.Checks;

/**
 * The identity of a frame: made once by its sender, the same on a retry and through all stages. Where the record lies
 * in Kafka (topic, partition, offset) is only a locator.
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

package io.faceline.contracts.identity;

import io.faceline.contracts.Checks;

/**
 * The id of a frame: created once by its sender, the same on a retry and through all stages. The position of a record
 * in Kafka (topic, partition, offset) is no identity.
 */
public record FrameId(String value) {
    /** Less than other ids have, so that the id of a reference, made of the frame's id and a face's number, is valid. */
    public static final int MAX_LENGTH = 190;

    public FrameId {
        Checks.id("frame id", value, MAX_LENGTH);
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

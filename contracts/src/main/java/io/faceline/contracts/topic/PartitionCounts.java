package io.faceline.contracts.topic;

/** How many partitions topics have. Fixed once, when they are made. */
public record PartitionCounts(int lane, int session) {
    public static final PartitionCounts DEFAULT = new PartitionCounts(4, 4);

    public PartitionCounts {
        if (lane < 1 || session < 1) {
            throw new IllegalArgumentException("a topic has at least one partition");
        }
    }

    public int of(Topic.Spread spread) {
        return switch (spread) {
            case LANE -> lane;
            case SESSION -> session;
            case ONE -> 1;
        };
    }
}

package io.faceline.contracts.topic;

/** The number of partitions of each topic. Fixed when the topic is created. */
public record PartitionCounts(int lane, int session) {
    public static final PartitionCounts DEFAULT = new PartitionCounts(4, 4);

    public PartitionCounts {
        if (lane < 1 || session < 1) {
            throw new IllegalArgumentException("a topic must have at least one partition");
        }
    }

    public int of(Topic.Spread spread) {
        return switch (spread) {
            case LANE -> lane;
            case SESSION, SOURCE -> session;
            case ONE -> 1;
        };
    }
}

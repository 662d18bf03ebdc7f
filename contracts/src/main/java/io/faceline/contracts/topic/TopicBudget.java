package io.faceline.contracts.topic;

/**
 * The bytes on disk of all topics with a retention time together, of one copy of each partition. Each topic has a share, in
 * 58ths, and each of its partitions an equal part of that; whoever fills one topic takes no room from the others.
 *
 * @param bytes of all these topics
 * @param partitions among which the share of a topic is divided
 */
public record TopicBudget(long bytes, PartitionCounts partitions) {
    public static final long DEFAULT_BYTES = 64L << 30;
    /** A partition needs room for some segments of some records. */
    public static final long MIN_BYTES = 1L << 30;

    static final TopicBudget DEFAULT = new TopicBudget(DEFAULT_BYTES, PartitionCounts.DEFAULT);

    /** Images, their faces, embeddings with crops, and answers, which are small and kept long. */
    static final int IMAGES = 4;

    static final int FACES = 3;
    static final int EMBEDDINGS = 4;
    static final int ANSWERS = 4;
    /** Embeddings with crops and answers together. */
    static final int SIGHTINGS = 6;

    static final int TRACKS = 2;
    /** Answers once more, with the tracks of their faces. */
    static final int TRACKED_FRAMES = 4;

    static final int OTHERS = 1;

    /** Small pictures, kept for minutes. */
    static final int PREVIEWS = 1;

    /** Pictures of tracks and of alerts, what rules are to judge, alerts, what is said of them, and their delivery. */
    static final int TRACK_SHOTS = 2;

    static final int ALERT_OBSERVATIONS = 2;
    static final int ALERTS = 1;

    private static final int SHARES = 58;
    private static final long MIN_SEGMENT = 2L * Topics.MAX_RECORD_BYTES;
    private static final int SEGMENTS = 4;

    public TopicBudget {
        if (bytes < MIN_BYTES) {
            throw new IllegalArgumentException("the budget must be at least " + MIN_BYTES + " bytes, was " + bytes);
        }
    }

    /** Kafka deletes whole segments, so that a partition may have up to one more than its retention says. */
    PartitionBytes ofPartition(int shares, Topic.Spread spread) {
        var all = bytes / SHARES * shares / partitions.of(spread);
        var segment = Math.min(1L << 30, Math.max(MIN_SEGMENT, all / SEGMENTS));
        return new PartitionBytes(segment, Math.max(segment, all - segment));
    }

    /**
     * @param segment size at which a new segment begins
     * @param kept what stays when the oldest segments are deleted
     */
    record PartitionBytes(long segment, long kept) {}
}

package io.faceline.runtime.kafka;

import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.topic.Topics;

/**
 * How a Kafka client batches records. Batching reduces the work of producer, broker and consumer per record, and adds a
 * tenth of a second of latency (measured: docs/explanation/performance.md).
 */
public enum BatchingProfile {
    /** Sends every record immediately: a user waits for the answer. */
    LOW_LATENCY(0, 16 * 1024, 1, 500),
    /** Batches records: nobody waits for a single frame. */
    THROUGHPUT(100, 256 * 1024, 64 * 1024, 25),
    /** Fetches few records at a time: a frame that waits in the client is not decoded any more once it is old. */
    FRESHNESS(0, 16 * 1024, 1, 500, 1024 * 1024, 4);

    /** Few, since one record may be an image of 8 MiB. */
    private static final int DEFAULT_MAX_POLL_RECORDS = 32;

    private final int lingerMillis;
    private final int batchBytes;
    private final int minFetchBytes;
    private final int maxFetchWaitMillis;
    private final int maxFetchBytes;
    private final int maxPollRecords;

    BatchingProfile(int lingerMillis, int batchBytes, int minFetchBytes, int maxFetchWaitMillis) {
        this(
                lingerMillis,
                batchBytes,
                minFetchBytes,
                maxFetchWaitMillis,
                Topics.MAX_RECORD_BYTES,
                DEFAULT_MAX_POLL_RECORDS);
    }

    BatchingProfile(
            int lingerMillis,
            int batchBytes,
            int minFetchBytes,
            int maxFetchWaitMillis,
            int maxFetchBytes,
            int maxPollRecords) {
        this.lingerMillis = lingerMillis;
        this.batchBytes = batchBytes;
        this.minFetchBytes = minFetchBytes;
        this.maxFetchWaitMillis = maxFetchWaitMillis;
        this.maxFetchBytes = maxFetchBytes;
        this.maxPollRecords = maxPollRecords;
    }

    public static BatchingProfile of(Lane lane) {
        return switch (lane) {
            case LIVE -> LOW_LATENCY;
            case BULK -> THROUGHPUT;
            case CAMERA -> FRESHNESS;
        };
    }

    /** How long a producer waits for more records. */
    public int lingerMillis() {
        return lingerMillis;
    }

    /** A batch of this size is sent immediately. */
    public int batchBytes() {
        return batchBytes;
    }

    /** With less data the broker delays a fetch by up to {@link #maxFetchWaitMillis}. */
    public int minFetchBytes() {
        return minFetchBytes;
    }

    public int maxFetchWaitMillis() {
        return maxFetchWaitMillis;
    }

    /** The data of one partition in one fetch; a larger record is fetched alone. */
    public int maxFetchBytes() {
        return maxFetchBytes;
    }

    public int maxPollRecords() {
        return maxPollRecords;
    }
}

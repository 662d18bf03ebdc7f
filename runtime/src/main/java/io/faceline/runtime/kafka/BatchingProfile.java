package io.faceline.runtime.kafka;

import io.faceline.contracts.frame.Lane;

/**
 * How a Kafka client batches records. Batching reduces the work of producer, broker and consumer per record, and adds a
 * tenth of a second of latency (measured: docs/explanation/performance.md).
 */
public enum BatchingProfile {
    /** Sends every record immediately: a user waits for the answer. */
    LOW_LATENCY(0, 16 * 1024, 1, 500),
    /** Batches records: nobody waits for a single frame. */
    THROUGHPUT(100, 256 * 1024, 64 * 1024, 25);

    private final int lingerMillis;
    private final int batchBytes;
    private final int minFetchBytes;
    private final int maxFetchWaitMillis;

    BatchingProfile(int lingerMillis, int batchBytes, int minFetchBytes, int maxFetchWaitMillis) {
        this.lingerMillis = lingerMillis;
        this.batchBytes = batchBytes;
        this.minFetchBytes = minFetchBytes;
        this.maxFetchWaitMillis = maxFetchWaitMillis;
    }

    public static BatchingProfile of(Lane lane) {
        return switch (lane) {
            case LIVE -> LOW_LATENCY;
            case BULK, CAMERA -> THROUGHPUT;
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
}

package io.faceline.runtime.kafka;

import io.faceline.contracts.frame.Lane;

/**
 * Whether a Kafka client passes on every record at once, or a few together. Together each costs less work, of sender,
 * broker and receiver, and comes a tenth of a second later (measured: docs/explanation/performance.md).
 */
public enum BatchingProfile {
    /** Somebody waits for the answer. */
    LOW_LATENCY(0, 16 * 1024, 1, 500),
    /** Nobody waits for a single one of many frames. */
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
            case BULK -> THROUGHPUT;
        };
    }

    /** How long a sender waits for more to send along. */
    public int lingerMillis() {
        return lingerMillis;
    }

    /** A batch of this size leaves at once. */
    public int batchBytes() {
        return batchBytes;
    }

    /** With less to give the broker lets a receiver wait, for {@link #maxFetchWaitMillis}. */
    public int minFetchBytes() {
        return minFetchBytes;
    }

    public int maxFetchWaitMillis() {
        return maxFetchWaitMillis;
    }
}
